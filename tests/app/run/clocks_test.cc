// Clocks that differ: the latest one decides what has expired, and the difference is a finding.
#include <gtest/gtest.h>

#include "tests/support/migrations/signed_migration.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

// Makes the clock of one database differ from its server's.
std::string ClockMovedBy(const std::string& interval) {
  return "SET allow_system_table_mods = on;"
         "ALTER FUNCTION pg_catalog.clock_timestamp() RENAME TO clock_timestamp_of_server;"
         "CREATE FUNCTION pg_catalog.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS "
         "$$SELECT pg_catalog.clock_timestamp_of_server() + interval '" +
         interval + "'$$";
}

TEST(Clocks, WithinAMinuteAreGo) {
  SignedMigration migration("clock_near");
  migration.databases().OnTarget(ClockMovedBy("30 s"));
  ASSERT_EQ(migration.SignBoth().status, 0);
  const ProcessResult run = migration.Run();
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST(Clocks, OfAServerAheadAreAFindingAndDecideWhatHasExpired) {
  const Json waiver = {{"check", "row_count"}, {"subject", "public.t"}, {"finding", "*"},
                       {"reason", "rebuilt"},  {"owner", "the team"},   {"until", "2030-12-31"}};
  SignedMigration migration("clock_ahead", {{"waivers", {waiver}}});
  migration.databases().OnTarget("DELETE FROM t");
  migration.databases().OnTarget(ClockMovedBy("20 years"));
  ASSERT_EQ(migration.SignBoth().status, 0);
  const ProcessResult run = migration.Run();
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "clock of the target: have ")) << run.output;
  EXPECT_TRUE(OutputHas(run, " ahead of this host's, want at most 1 min: set the clocks"));
  EXPECT_TRUE(OutputHas(run, "FAIL row_count.public.t")) << run.output;
  EXPECT_TRUE(OutputHas(run, "approvals.dba: the lead signed it at ")) << run.output;
  EXPECT_TRUE(OutputHas(run, ", which expired at ")) << run.output;
}

// As if the host's clock were ahead.
TEST(SlowClocks, OfAServerBehindAreAFinding) {
  SignedMigration migration("clock_behind");
  migration.databases().OnSource(ClockMovedBy("-61 s"));
  ASSERT_EQ(migration.SignBoth().status, 0);
  const ProcessResult run = migration.Run();
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "clock of the source: have 1 min behind this host's")) << run.output;
}

// The host's clock is behind: by the target's, the gate passed long ago.
TEST(Clocks, OfAServerDecideHowOldAStageIs) {
  const StagedMigration migration("clock_stage", {{"cutover", Json::object()}});
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  migration.databases().OnTarget(ClockMovedBy("25 hours"));
  const ProcessResult cutover = migration.Stage({"cutover"});
  EXPECT_EQ(cutover.status, 2) << cutover.output;
  EXPECT_TRUE(OutputHas(cutover, "stage gate, which passed 25 h 0 min ago")) << cutover.output;
}

// The host's clock is ahead: a ledger with times to come would keep later runs from going on.
TEST(Clocks, OfTheHostAheadWriteNoLedger) {
  const StagedMigration migration("clock_host");
  migration.databases().OnBoth(ClockMovedBy("-7290 s"));
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(
      OutputHas(run, "the clock of this host is 2 h 1 min ahead of the servers': set the clocks"))
      << run.output;
  EXPECT_TRUE(migration.LedgerLines().lines.empty());
}

}  // namespace
}  // namespace gonogo::testing_support
