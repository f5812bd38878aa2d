// A server becomes another one: a standby between two runs, or in the middle of one whatever an
// address leads to after a failover.
#include <gtest/gtest.h>

#include "fixtures/rehearsal/running_standby.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/struck_migration.h"

namespace gonogo::testing_support {
namespace {

// Between two runs. The one that writes must say that it can't, and why.
TEST(SlowDemotedTarget, IsNoTarget) {
  for (const char* const kind : {"backfill", "cutover", "finalize"}) {
    SCOPED_TRACE(kind);
    const StruckMigration migration(KindNamed(kind));
    Demote(TestPair().target);
    const StruckRun run = migration.Run({{}, {}});
    EndDemotion(TestPair().target);
    EXPECT_TRUE(run.result.status == 3 || run.result.status == 1) << run.result.output;
    EXPECT_TRUE(OutputHas(run.result, "target")) << run.result.output;
    EXPECT_TRUE(OutputHas(run.result, "standby")) << run.result.output;
    EXPECT_EQ(migration.Left(), "") << run.result.output;
    const ProcessResult again = migration.RunAgain();
    EXPECT_EQ(again.status, 0) << again.output;
  }
}

// The sessions of a standby that is promoted go on, and its snapshot stays. But whatever happens on
// the primary from then on never arrives, so nobody may be told that all of it did.
TEST(PromotedSource, EndsTheRunThatReadsIt) {
  const StruckMigration migration(KindNamed("gate"));
  const RunningStandby standby(TestPair().source);
  const Variables from_standby = {{"SRC_DB_URL", UrlOf(standby.cluster(), "struck")}};
  const StruckRun before = migration.Run({{}, {}}, from_standby);
  ASSERT_EQ(before.result.status, 0) << before.result.output;
  const Strike promotion{.at_byte = before.bytes.target / 2,
                         .act = [&] { Answer(standby.cluster(), "SELECT pg_promote()"); }};
  const StruckRun run = migration.Run({{}, promotion}, from_standby);
  ASSERT_TRUE(run.is_struck.target);
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(OutputHas(run.result, "source: the standby was promoted during the run"))
      << run.result.output;
}

// New connections to the target lead to another server, as if a name or a pooler had been switched:
// to the source's, which has a database of that name.
class SwitchedAddress : public testing::TestWithParam<const char*> {};

TEST_P(SwitchedAddress, NeverWritesToAnotherServer) {
  for (const std::int64_t at_byte : {1, 6'000}) {
    SCOPED_TRACE(at_byte);
    const StruckMigration migration(KindNamed(GetParam()));
    const Strike elsewhere{.at_byte = at_byte, .later_port = TestPair().source.port};
    const StruckRun run = migration.Run({{}, elsewhere});
    EXPECT_NE(run.result.status, 0) << run.result.output;
    EXPECT_EQ(migration.Left(), "") << run.result.output;
    const ProcessResult again = migration.RunAgain();
    EXPECT_EQ(again.status, 0) << again.output;
  }
}

INSTANTIATE_TEST_SUITE_P(, SwitchedAddress, testing::Values("backfill"),
                         [](const auto& one) { return std::string(one.param); });
}  // namespace
}  // namespace gonogo::testing_support
