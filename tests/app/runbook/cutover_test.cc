// The commands of a stage: their order, what a failed check prevents, and where a restart resumes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "fixtures/system/flag_file.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

Json Flip(const std::string& name, const Json& flags) { return {{"name", name}, {"flags", flags}}; }

Json Look(const std::string& name, const std::string& check) {
  return {{"name", name}, {"checks", Json::array({check})}};
}

const Json kFreeze = Flip("freeze", {{"WRITE_TO", "none"}});
const Json kClose = {{"name", "close"}, {"source_writes", "off"}};
const Json kOpen = {{"name", "open"}, {"source_writes", "on"}};
const Json kLastLook = Look("last look", "row_checksum");
const Json kSwitch = Flip("switch", {{"WRITE_TO", "target"}});

Json Cutover(const Json& commands) {
  return {{"cutover", {{"commands", commands}}}, {"rollback", {{"commands", {kOpen}}}}};
}

Environment FlagsOf(const StagedMigration& migration) {
  return ReadFlags(migration.folder() + "/flags.env");
}

// The finished steps of cutover, in order.
std::vector<std::string> Done(const StagedMigration& migration) {
  std::vector<std::string> done;
  for (const LedgerLine& line : migration.LedgerLines().lines) {
    if (line.stage == Phase::kCutover && line.event == LedgerEvent::kStepDone &&
        line.step.starts_with("command ")) {
      done.push_back(line.step);
    }
  }
  return done;
}

void WriteOnTarget(const StagedMigration& migration) {
  migration.databases().OnTarget("UPDATE public.entries SET amount = 1 WHERE id = 7");
}

TEST(Cutover, RunsItsCommandsInOrder) {
  const Json sequences = {{"name", "sequences"}, {"sequences", "target"}};
  const StagedMigration migration("cutover_order",
                                  Cutover({kFreeze, kClose, sequences, kLastLook, kSwitch}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  migration.databases().OnSource("SELECT nextval('public.owners_id_seq')");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(Done(migration),
            (std::vector<std::string>{"command freeze", "command close", "command sequences",
                                      "command last look", "command switch"}));
  EXPECT_EQ(FlagsOf(migration), (Environment{{"WRITE_TO", "target"}}));
  EXPECT_THROW(migration.databases().OnSource("DELETE FROM public.notes"), std::exception);
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN ASSERT (SELECT last_value FROM public.owners_id_seq) = 501; END $$"));
}

TEST(Cutover, DoesNotSwitchAfterAFailedCheck) {
  const StagedMigration migration("cutover_red", Cutover({kFreeze, kLastLook, kSwitch}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  WriteOnTarget(migration);
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "checks \"last look\" failed: runs/")) << run.output;
  EXPECT_EQ(FlagsOf(migration), (Environment{{"WRITE_TO", "none"}}));
}

TEST(Cutover, ResumesAfterTheLastChecksThatACommandFollowed) {
  const StagedMigration migration("cutover_again", Cutover({kFreeze, kLastLook, kSwitch}));
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  WriteOnTarget(migration);
  const ProcessResult again = migration.Stage({"cutover"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_FALSE(OutputHas(again, "last look")) << again.output;
  EXPECT_EQ(FlagsOf(migration), (Environment{{"WRITE_TO", "target"}}));
}

// The plan that init writes, whose source is closed by hand.
TEST(Cutover, AsksForTheFenceAgainIfOnlySequencesFollowedIt) {
  const Json sequences = {{"name", "sequences"}, {"sequences", "target"}};
  const StagedMigration migration("cutover_opened",
                                  Cutover({Look("fence", "right_database"), sequences, kLastLook}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  WriteOnTarget(migration);
  ASSERT_EQ(migration.Stage({"cutover"}).status, 1);
  const ProcessResult again = migration.Stage({"cutover"});
  EXPECT_EQ(again.status, 1) << again.output;
  EXPECT_TRUE(OutputHas(again, "run checks fence: right_database")) << again.output;
}

// Lets check row_checksum come after check right_database, which is only in cutover.
void SetOrder(const StagedMigration& migration) {
  Json plan = ParseJson(ReadFile(migration.scratch().Path("plan.json")));
  for (Json& check : plan["checks"]) {
    if (check["id"] == "row_checksum") check["after"] = "right_database";
  }
  migration.scratch().File("plan.json", ToText(plan));
}

TEST(Cutover, ChecksMayComeAfterThoseOfAnEarlierCommand) {
  const StagedMigration migration("cutover_ordered",
                                  Cutover({Look("fence", "right_database"), kLastLook}));
  SetOrder(migration);
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST(Cutover, ChecksMustNotComeBeforeThoseThatTheyComeAfter) {
  const StagedMigration migration("cutover_disordered",
                                  Cutover({kLastLook, Look("fence", "right_database")}));
  SetOrder(migration);
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "check row_checksum comes after check right_database, which hasn't "
                        "passed in this stage yet: let a command before this one check it"))
      << run.output;
}

void SetReadOnly(const std::string& database, const std::string& how) {
  Execute(TestPair().source, "postgres", "ALTER DATABASE " + database + " " + how);
}

// While the program that was to switch is mended, somebody lets the application write again.
TEST(Cutover, AsksForTheFenceAgainBeforeAProgramThatFailed) {
  const std::string name = "cutover_reopened";
  const Scratch scratch;
  // Words that name a file would make it a part of the plan.
  const Words words = {"sh", "-c", "ls | grep -q m.nded"};
  const Json program = {{"name", "switch"},
                        {"folder", scratch.Path("")},
                        {"rehearsal_words", words},
                        {"words", words}};
  const StagedMigration migration(name, Cutover({kClose, Look("nobody writes", "fence"), program}));
  const std::string file = migration.scratch().Path("plan.json");
  Json plan = ParseJson(ReadFile(file));
  plan["checks"].push_back({{"id", "fence"}, {"gate", "fence"}});
  migration.scratch().File("plan.json", ToText(plan, 2));
  const ProcessResult first = migration.Stage({"all"});
  ASSERT_EQ(first.status, 1) << first.output;
  ASSERT_TRUE(OutputHas(first, "command \"switch\" failed")) << first.output;
  scratch.File("mended", "");
  SetReadOnly(name, "RESET default_transaction_read_only");
  const ProcessResult opened = migration.Stage({"cutover"});
  EXPECT_EQ(opened.status, 1) << opened.output;
  EXPECT_TRUE(OutputHas(opened, "fence passed before and does no longer: runs/")) << opened.output;
  EXPECT_FALSE(OutputHas(opened, "run switch")) << opened.output;
  SetReadOnly(name, "SET default_transaction_read_only = on");
  const ProcessResult closed = migration.Stage({"cutover"});
  EXPECT_EQ(closed.status, 0) << closed.output;
  EXPECT_TRUE(OutputHas(closed, "asks again: fence")) << closed.output;
}

TEST(SlowCutover, RunsItsChecksAgainIfTheFlagsWereChanged) {
  const StagedMigration migration("cutover_back", Cutover({kFreeze, kLastLook, kSwitch}));
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  WriteOnTarget(migration);
  SetFlags(migration.folder() + "/flags.env", {{"WRITE_TO", "source"}});
  const ProcessResult again = migration.Stage({"cutover"});
  EXPECT_EQ(again.status, 1) << again.output;
  EXPECT_EQ(FlagsOf(migration), (Environment{{"WRITE_TO", "none"}}));
}

TEST(SlowCutover, RunsItsChecksAgainAfterARollback) {
  const StagedMigration migration("cutover_rolled_back",
                                  Cutover({kFreeze, kClose, kLastLook, kSwitch}));
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  WriteOnTarget(migration);
  const ProcessResult back = migration.Stage({"rollback", "--rehearse"});
  ASSERT_EQ(back.status, 0) << back.output;
  EXPECT_TRUE(OutputHas(migration.Stage({"all", "--from", "finalize"}), "has no stage"));
  const ProcessResult again = migration.Stage({"all"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "last look")) << again.output;
}

TEST(Cutover, RefusesAFlagFileThatOthersCanWrite) {
  const StagedMigration migration("cutover_flags", Cutover(Json::array({kFreeze})));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  const std::string flags = migration.scratch().Path("in-use.env");
  const ProcessResult run = migration.Stage({"all"}, {{"FLAG_FILE", flags}});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "people may use the flag file")) << run.output;
  EXPECT_FALSE(std::filesystem::exists(flags));
}

TEST(Cutover, ShowsItsCommandsInADryRun) {
  const StagedMigration migration("cutover_dry", Cutover({kFreeze, kClose, kLastLook}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  const ProcessResult run = migration.Stage({"cutover", "--dry-run"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "would set WRITE_TO=none in ")) << run.output;
  EXPECT_TRUE(OutputHas(run, "would turn writes of new sessions on the source off")) << run.output;
  EXPECT_TRUE(OutputHas(run, "would run checks last look: row_checksum")) << run.output;
  EXPECT_TRUE(OutputHas(run, "would run the checks right_database")) << run.output;
  EXPECT_EQ(FlagsOf(migration), (Environment{{"WRITE_TO", "source"}}));
}

TEST(Cutover, RefusesACheckOfAnotherPhase) {
  const StagedMigration migration("cutover_unknown",
                                  Cutover(Json::array({Look("look", "row_count")})));
  const ProcessResult run = migration.Stage({"preflight"});
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(OutputHas(run, "check \"row_count\" isn't in phase \"cutover\"")) << run.output;
}

TEST(SlowCutover, RefusesEarlierStagesAfterIt) {
  const StagedMigration migration("cutover_no_way_back", Cutover({kFreeze, kLastLook, kSwitch}));
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  const ProcessResult run = migration.Stage({"all", "--from", "gate"});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "stage gate can't run because stage cutover began")) << run.output;
}

TEST(Cutover, NeverDecreasesASequence) {
  const Json sequences = {{"name", "sequences"}, {"sequences", "target"}};
  const StagedMigration migration("cutover_sequences", Cutover(Json::array({sequences})));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  migration.databases().OnTarget("SELECT setval('public.owners_id_seq', 900)");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN ASSERT (SELECT last_value FROM public.owners_id_seq) = 900; END $$"));
}

TEST(SlowCutover, DoesNotFreezeIfALaterCommandMustFail) {
  const StagedMigration migration("cutover_impossible", Cutover({kFreeze, kSwitch}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  std::filesystem::remove(migration.folder() + "/flags.env");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "flags.env doesn't exist")) << run.output;
  EXPECT_TRUE(Done(migration).empty());
}

std::int64_t Looks(const StagedMigration& migration) {
  const auto done = Done(migration);
  return std::count(done.begin(), done.end(), "command soak");
}

Json SoakOf(double seconds, const std::string& check = "right_database") {
  Json soak = Look("soak", check);
  soak["for_hours"] = {{"env", "SOAK_HOURS"}, {"default", seconds / 3600}};
  soak["every_s"] = 1;
  return soak;
}

// Restarted from the beginning, it would take eight runs.
TEST(SlowSoak, ResumesAfterAnInterrupt) {
  const StagedMigration migration("soak", Cutover({kSwitch, SoakOf(7)}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  EXPECT_FALSE(migration.StageAllAndKill(5'500));
  const std::int64_t before = Looks(migration);
  EXPECT_GE(before, 3);
  const ProcessResult rest = migration.Stage({"all"});
  EXPECT_EQ(rest.status, 0) << rest.output;
  EXPECT_GE(Looks(migration), 8);
  EXPECT_LE(Looks(migration) - before, 7);
}

TEST(SlowSoak, RunsItsChecksAgainWhenRestarted) {
  const StagedMigration migration("soak_again", Cutover({kSwitch, SoakOf(1, "row_checksum")}));
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  WriteOnTarget(migration);
  const ProcessResult again = migration.Stage({"cutover"});
  EXPECT_EQ(again.status, 1) << again.output;
}

// Runs under another environment don't count, because they examined something else.
TEST(SlowSoak, CountsChecksOfThisEnvironmentOnly) {
  const StagedMigration migration("soak_environment", Cutover({kSwitch, SoakOf(2)}));
  ASSERT_EQ(migration.Stage({"all"}, {{"MINIMUM_VERSION", "13"}}).status, 0);
  const std::int64_t before = Looks(migration);
  const ProcessResult other = migration.Stage({"cutover"}, {{"MINIMUM_VERSION", "14"}});
  EXPECT_EQ(other.status, 0) << other.output;
  EXPECT_GE(Looks(migration) - before, 3);
}

TEST(SlowCutover, DoesNotResumeUnderAnotherEnvironment) {
  const StagedMigration migration("cutover_environment",
                                  Cutover({Look("last look", "right_database"), kSwitch}));
  ASSERT_EQ(migration.Stage({"all"}, {{"MINIMUM_VERSION", "13"}}).status, 0);
  const ProcessResult other = migration.Stage({"cutover"}, {{"MINIMUM_VERSION", "14"}});
  EXPECT_EQ(other.status, 3) << other.output;
  EXPECT_TRUE(
      OutputHas(other, "checks \"last look\" haven't passed under this plan and environment"))
      << other.output;
}

TEST(SlowSoak, RunsItsChecksAgainIfTheFlagsWereChanged) {
  const Json first_look = Look("first look", "right_database");
  const StagedMigration migration("soak_back",
                                  Cutover({kFreeze, kLastLook, kSwitch, first_look, SoakOf(1)}));
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  SetFlags(migration.folder() + "/flags.env", {{"WRITE_TO", "source"}});
  const ProcessResult again = migration.Stage({"cutover"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "run checks last look")) << again.output;
  EXPECT_EQ(FlagsOf(migration), (Environment{{"WRITE_TO", "target"}}));
}

TEST(SlowSoak, EndsWithTheFirstFailedCheck) {
  const StagedMigration migration("soak_red", Cutover({kSwitch, SoakOf(3'600, "row_checksum")}));
  ASSERT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  WriteOnTarget(migration);
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_EQ(Done(migration).size(), 2U);
}

}  // namespace
}  // namespace gonogo::testing_support
