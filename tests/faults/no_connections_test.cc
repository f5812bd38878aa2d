// A server or a role that has no connection left.
#include <gtest/gtest.h>

#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/struck_case.h"

namespace gonogo::testing_support {
namespace {

std::vector<OtherSession> taken;

// Before the run, because taking them lasts as long as gonogo waits for a connection.
Strike TakeAll(const Cluster& cluster) {
  taken = TakeAllConnections(cluster);
  return {};
}

constexpr const char* kNoneLeft =
    "(source|target): can't connect to gonogo@[^ ]+ sorry, too many clients already \\(53300\\): close "
    "other sessions, or allow more: gonogo needs about --jobs \\+ 2|pg_(dump|restore).* too many clients";

const std::vector<Misfortune>& Takings() {
  static const std::vector<Misfortune> all = {
      {.name = "taken",
       .strike = [](const StruckMigration&, const Cluster& cluster) { return TakeAll(cluster); },
       .reason = kNoneLeft,
       .undo = [](const Cluster&) { taken.clear(); },
       .is_before = true},
  };
  return all;
}

class NoConnections : public testing::TestWithParam<StruckCase> {};

TEST_P(NoConnections, EndARunThatSaysHowManyItNeeds) { ExpectEndsInTimeAndSaysWhy(GetParam()); }

std::string NameOfTaking(const testing::TestParamInfo<StruckCase>& one) {
  return NameOf(one.param);
}

INSTANTIATE_TEST_SUITE_P(Slow, NoConnections,
                         testing::ValuesIn(StruckCases(Takings(),
                                                       [](const std::string& name) {
                                                         return name == "backfill_taken_target";
                                                       })),
                         NameOfTaking);

// A role that may have fewer connections than --jobs asks for.
TEST(SlowNoConnectionsOfARole, EndARunThatNamesTheRole) {
  const Cluster& source = TestPair().source;
  Execute(source, "postgres",
          "CREATE ROLE few LOGIN PASSWORD 'fewfewfew' CONNECTION LIMIT 1; "
          "GRANT pg_read_all_data, pg_monitor TO few");
  const StruckMigration migration(KindNamed("gate"));
  std::string url = migration.migration().databases().SourceUrl();
  url.replace(url.find("//") + 2, url.find('@') - url.find("//") - 2, "few:fewfewfew");
  const StruckRun run = migration.Run({{}, {}}, {{"SRC_DB_URL", url}});
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(OutputHas(run.result, "too many connections for role \"few\" (53300): close other"))
      << run.result.output;
  EXPECT_EQ(migration.Left(), "");
  Execute(source, "postgres", "DROP ROLE few");
}

}  // namespace
}  // namespace gonogo::testing_support
