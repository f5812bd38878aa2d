// Rollback to the source: switches reads back, then writes a patch with the rows that the source
// lacks.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

const Json kRollbackSwitch = {{"name", "reads to the source"},
                              {"rehearsal_words", {"sh", "-c", "echo source >reads"}},
                              {"words", Json::array({"false"})},
                              {"folder", "."}};

// What the application wrote on the target after the cutover.
void WriteOnNewTarget(const StagedMigration& migration) {
  migration.databases().OnTarget(
      "INSERT INTO public.owners (name) VALUES ('new');"
      "UPDATE public.entries SET amount = 1 WHERE id = 7;"
      "DELETE FROM public.notes WHERE body = 'note 3'");
}

Json FactsOf(const StagedMigration& migration) {
  const Ledger ledger = migration.LedgerLines();
  return ledger.Last(LedgerEvent::kStageEnded, Phase::kRollback)->details.at("facts");
}

TEST(RollbackStage, RehearsedAppliesThePatchToTheSource) {
  const StagedMigration migration(
      "rollback_rehearsed",
      {{"rollback", {{"commands", {kRollbackSwitch}}, {"grace_s", 1}, {"recheck_s", 1}}}});
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  WriteOnNewTarget(migration);
  ASSERT_EQ(migration.Diff().status, 1);
  const ProcessResult run = migration.Stage({"rollback", "--rehearse"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "the source differs from the target in 3 rows")) << run.output;
  EXPECT_EQ(ReadFile(migration.scratch().Path("reads")), "source\n");
  EXPECT_EQ(migration.Diff().status, 0);
  EXPECT_EQ(FactsOf(migration).at("rehearsed"), true);
  EXPECT_GE(FactsOf(migration).at("took_ms"), 1000);
}

TEST(SlowRollbackStage, WritesThePatchAndDoesNotChangeTheSource) {
  const StagedMigration migration("rollback_earnest", {{"rollback", {{"recheck_s", 1}}}});
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  WriteOnNewTarget(migration);
  const ProcessResult run = migration.Stage({"rollback"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(migration.Diff().status, 1);
  const std::string patch =
      ReadFile(migration.folder() + "/" + FactsOf(migration).at("patch").get<std::string>());
  EXPECT_NE(patch.find("INSERT INTO"), std::string::npos) << patch;
  EXPECT_EQ(FactsOf(migration).at("rehearsed"), false);
}

TEST(RollbackStage, FailsIfItTakesTooLong) {
  const StagedMigration migration("rollback_slow",
                                  {{"rollback", {{"max_minutes", 0.0001}, {"recheck_s", 1}}}});
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  const ProcessResult run = migration.Stage({"rollback", "--rehearse"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "ms, want at most 0.0001 min")) << run.output;
}

TEST(SlowRollbackStage, ComparesNothingIfTheReadPathIsNotSwitched) {
  Json fails = kRollbackSwitch;
  fails["rehearsal_words"] = Json::array({"false"});
  const StagedMigration migration("rollback_stuck", {{"rollback", {{"commands", {fails}}}}});
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  const ProcessResult run = migration.Stage({"rollback", "--rehearse"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "command \"reads to the source\" failed with exit status 1"))
      << run.output;
  EXPECT_FALSE(std::filesystem::exists(migration.folder() + "/rollback"));
}

TEST(SlowRollbackStage, IsNotPartOfAll) {
  const StagedMigration migration("rollback_apart", {{"rollback", {{"recheck_s", 1}}}});
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_FALSE(OutputHas(run, "stage rollback")) << run.output;
  EXPECT_EQ(migration.Stage({"gate", "--rehearse"}).status, 2);
}

}  // namespace
}  // namespace gonogo::testing_support
