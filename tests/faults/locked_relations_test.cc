// Somebody else's DDL is under way and keeps a relation locked: a run waits no longer than
// lock_timeout_ms, and names who it waited for.
#include <gtest/gtest.h>

#include <optional>

#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/struck_case.h"

namespace gonogo::testing_support {
namespace {

std::optional<OtherSession> ddl;

// Before the run, since later the run itself may have locked the relation.
Strike LockBy(const Cluster& cluster, const char* sql) {
  ddl.emplace(cluster, "struck", sql);
  return {};
}

constexpr const char* kAlter = "ALTER TABLE public.entries ADD COLUMN later integer";
constexpr const char* kRead = "SELECT 1 FROM public.entries LIMIT 1";
constexpr const char* kWho =
    "canceling statement due to (lock|statement) timeout[^;]*; pid [0-9]+ \\(user gonogo, idle in "
    "transaction\\) has locked public.entries since ";

const std::vector<Misfortune>& Locks() {
  static const std::vector<Misfortune> all = {
      {.name = "altered",
       .strike = [](const StruckMigration&,
                    const Cluster& cluster) { return LockBy(cluster, kAlter); },
       .reason = kWho,
       .undo = [](const Cluster&) { ddl.reset(); },
       .is_before = true},
  };
  return all;
}

class LockedRelations : public testing::TestWithParam<StruckCase> {};

TEST_P(LockedRelations, AreWaitedForInTimeAndSayByWhom) { ExpectEndsInTimeAndSaysWhy(GetParam()); }

std::string NameOfCase(const testing::TestParamInfo<StruckCase>& one) { return NameOf(one.param); }

INSTANTIATE_TEST_SUITE_P(, LockedRelations,
                         testing::ValuesIn(StruckCases(Locks(),
                                                       [](const std::string& name) {
                                                         return name == "backfill_altered_target";
                                                       })),
                         NameOfCase);

INSTANTIATE_TEST_SUITE_P(Slow, LockedRelations,
                         testing::ValuesIn(StruckCases(Locks(),
                                                       [](const std::string& name) {
                                                         return name ==
                                                                    "everything_altered_source" ||
                                                                name == "backfill_altered_source" ||
                                                                name == "gate_altered_source";
                                                       })),
                         NameOfCase);

// A reader of the target with an open transaction keeps nobody from writing.
TEST(SlowLockedRelations, AreNotThoseThatSomebodyReads) {
  const StruckMigration migration(KindNamed("backfill"));
  const StruckRun run = migration.Run({{}, LockBy(TestPair().target, kRead)});
  ddl.reset();
  EXPECT_EQ(run.result.status, 0) << run.result.output;
}

}  // namespace
}  // namespace gonogo::testing_support
