// Schema and rows copied by pg_dump and pg_restore, resumed after a kill.
#include <gtest/gtest.h>

#include <filesystem>

#include "fixtures/throwaway/cluster_sql.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

Json Dumped(const std::string& method) {
  return {{"schema", {{"method", "dump"}, {"steps", Json::array()}}},
          {"backfill", {{"method", method}}}};
}

TEST(BackfillByDump, MovesAllRows) {
  const StagedMigration migration("dump_all", Dumped("dump"));
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "restored 4 tables from a dump of ")) << run.output;
  EXPECT_EQ(migration.Diff().status, 0);
  const ProcessResult again = migration.Stage({"backfill"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "restored 0 tables")) << again.output;
}

TEST(BackfillByDump, KeepsOwnersAndPrivilegesIfAsked) {
  Json stages = Dumped("dump");
  stages["schema"]["owners"] = true;
  stages["schema"]["privileges"] = true;
  const StagedMigration migration("dump_owners", stages);
  migration.databases().OnSource(
      "ALTER TABLE public.notes OWNER TO pg_monitor; GRANT SELECT ON public.entries TO pg_monitor");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_FALSE(OutputHas(run, "left out")) << run.output;
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN"
      " ASSERT (SELECT relowner FROM pg_class WHERE oid = 'public.notes'::regclass) ="
      "        'pg_monitor'::regrole;"
      " ASSERT has_table_privilege('pg_monitor', 'public.entries', 'SELECT'); "
      "END $$"));
}

// pg_dump 15.18 writes UNLOGGED for the sequence, which the parser of PostgreSQL 15.1 doesn't know.
TEST(BackfillByDump, LeavesWhatItsParserDoesNotKnowToTheServer) {
  const StagedMigration migration("dump_unlogged", Dumped("dump"));
  migration.databases().OnSource(
      "CREATE TABLE public.counted (n int GENERATED ALWAYS AS IDENTITY);"
      "ALTER SEQUENCE public.counted_n_seq SET UNLOGGED;"
      "CREATE FUNCTION public.one() RETURNS int BEGIN ATOMIC SELECT 2; SELECT 1; END");
  const ProcessResult run = migration.Stage({"all", "--until", "schema"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN ASSERT (SELECT relpersistence = 'u' FROM pg_class WHERE oid = "
      "'public.counted_n_seq'::regclass); ASSERT public.one() = 1; END $$"));
}

TEST(SlowBackfillByDump, SaysThatOwnersAndPrivilegesAreLeftOut) {
  const StagedMigration migration("dump_no_owners", Dumped("dump"));
  const ProcessResult run = migration.Stage({"all", "--until", "schema"});
  EXPECT_TRUE(OutputHas(run, "owners are left out: ")) << run.output;
  EXPECT_TRUE(OutputHas(run, "privileges are left out: ")) << run.output;
}

// Somebody builds an index: whoever reads the table isn't kept waiting.
TEST(SlowBackfillByDump, SaysForWhomItHasWaitedAndGoesOnLater) {
  const StagedMigration migration("dump_locked", Dumped("dump"));
  ASSERT_EQ(migration.Stage({"all", "--until", "schema"}).status, 0);
  {
    const OpenTransaction lock(migration.databases().TargetUrl(),
                               "CREATE INDEX ON public.entries (amount)");
    const ProcessResult run = migration.Stage({"all"});
    EXPECT_EQ(run.status, 3) << run.output;
    EXPECT_TRUE(OutputHas(run, "pg_restore was ended: it has waited for a lock for 5 s, longer"))
        << run.output;
    EXPECT_TRUE(OutputHas(run, "has locked public.entries since ")) << run.output;
  }
  const ProcessResult again = migration.Stage({"all"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_EQ(migration.Diff().status, 0);
}

TEST(BackfillByDump, DoesNotTouchForeignRows) {
  const StagedMigration migration("dump_others", Dumped("dump"));
  ASSERT_EQ(migration.Stage({"all", "--until", "schema"}).status, 0);
  migration.databases().OnTarget("INSERT INTO public.notes VALUES ('not ours')");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "has rows that aren't from this migration")) << run.output;
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN ASSERT (SELECT count(*) FROM public.notes) = 1; END $$"));
}

TEST(BackfillByDump, NeedsASchemaByDump) {
  const StagedMigration migration("dump_files", {{"backfill", {{"method", "dump"}}}});
  ASSERT_EQ(migration.Stage({"all", "--until", "schema"}).status, 0);
  const ProcessResult run = migration.Stage({"backfill"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "needs schema's method dump")) << run.output;
}

TEST(SlowKilled, BackfillByDumpIsFinishedByTheNextRun) {
  const StagedMigration migration("dump_killed", Dumped("dump"));
  ASSERT_EQ(migration.Stage({"all", "--until", "schema"}).status, 0);
  for (const int milliseconds : {150, 250, 350, 450, 550, 650, 750, 850}) {
    if (migration.StageAllAndKill(milliseconds)) break;
  }
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(migration.Diff().status, 0);
}

// An index of an expression and extended statistics come with the post-data, which is dumped anew
// if the backfill is another run than the schema.
class BackfillOfADumpedSchema : public testing::TestWithParam<std::string> {};

TEST_P(BackfillOfADumpedSchema, AnalyzesWhatCameAfterTheRows) {
  const StagedMigration migration("dump_analyzed_" + GetParam(), Dumped(GetParam()));
  ASSERT_EQ(migration.Stage({"all", "--until", "schema"}).status, 0);
  migration.databases().OnSource(
      "CREATE INDEX notes_lower ON public.notes (lower(body));"
      "CREATE STATISTICS public.entries_both ON account_id, amount FROM public.entries; ANALYZE");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN"
      " ASSERT (SELECT count(*) FROM pg_stats WHERE tablename = 'notes_lower') = 1;"
      " ASSERT (SELECT count(*) FROM pg_statistic_ext_data) = 1;"
      " ASSERT (SELECT analyze_count FROM pg_stat_user_tables WHERE relname = 'accounts') = 1; "
      "END $$"));
}

INSTANTIATE_TEST_SUITE_P(Copied, BackfillOfADumpedSchema, testing::Values("copy"));
INSTANTIATE_TEST_SUITE_P(Slow, BackfillOfADumpedSchema, testing::Values("dump"));

}  // namespace
}  // namespace gonogo::testing_support
