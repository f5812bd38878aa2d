// The command that looks again names the plan and the env file with which the run began: in all
// reports, also in those that somebody prints later without naming either.
#include <gtest/gtest.h>

#include "tests/support/migrations/signed_migration.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

// Whoever reads the evidence alone doesn't know whether the plan has a sample database, so a run on
// a throw-away pair becomes a rehearsal.
TEST(PastedCommand, NamesThePlanAndTheEnvFileOfTheRun) {
  SignedMigration migration("pasted");
  const std::string file = migration.scratch().File("prod.env", "NOBODY_READS=me\n");
  const std::string options = " --plan " + migration.plan() + " --env-file " + file;
  const ProcessResult run = migration.Run({"--env-file", file});
  EXPECT_EQ(run.status, 3) << run.output;
  const std::string again = "gonogo run gate" + options + " --pair NAME --check approvals";
  EXPECT_TRUE(OutputHas(run, "again:    " + again + "\n")) << run.output;
  const Variables another = {{"GONOGO_PLAN", GONOGO_SOURCE_DIR "/plans/credity/plan.json"}};
  for (const char* report : {"--html", "--summary"}) {
    const ProcessResult shown =
        RunGonogo({"evidence", "show", migration.evidence(), report}, another);
    EXPECT_TRUE(OutputHas(shown, "gonogo rehearse" + options)) << shown.output;
    EXPECT_FALSE(OutputHas(shown, "NOBODY_READS")) << report;
  }
}

// The checks of a stage run in a process of their own, which inherits the lines of the file.
TEST(PastedCommand, NamesTheEnvFileInAStage) {
  const StagedMigration migration("pasted_stage");
  const std::string file = migration.scratch().File("prod.env", "NOBODY_READS=me\n");
  const ProcessResult gate = migration.Stage({"preflight", "--env-file", file});
  ASSERT_EQ(gate.status, 0) << gate.output;
  const ProcessResult early = migration.Stage({"backfill", "--env-file", file});
  EXPECT_TRUE(OutputHas(early, "run `gonogo stage schema --plan ")) << early.output;
  EXPECT_TRUE(OutputHas(early, " --env-file " + file + "` first")) << early.output;
}

}  // namespace
}  // namespace gonogo::testing_support
