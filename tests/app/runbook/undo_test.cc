// A stage that takes its commands back: when it does, and what becomes of the application.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "fixtures/system/flag_file.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

Json SetWrites(const std::string& name, const std::string& writes) {
  return {{"name", name}, {"flags", {{"WRITE_TO", writes}}}};
}

Json ProgramCommand(const std::string& name, const Words& words) {
  return {{"name", name}, {"words", words}, {"folder", "."}, {"rehearsal_words", words}};
}

const Json kStopWrites = SetWrites("freeze", "none");
const Json kGoOver = SetWrites("switch", "target");
const Json kGoBack = SetWrites("back", "source");
const Json kLookAtRows = {{"name", "last look"}, {"checks", {"row_checksum"}}};

// A migration that is ready for its cutover, which `more` says besides the commands.
class UndoneCutover {
 public:
  UndoneCutover(const std::string& name, const Json& commands, const Json& more)
      : migration(name, {{"cutover", Cutover(commands, more)}}) {
    if (ToText(commands).find("\"slow\"]") != std::string::npos) AddSlowCheck();
    EXPECT_EQ(migration.Stage({"all", "--until", "gate"}).status, 0);
  }

  static Json Cutover(const Json& commands, const Json& more) {
    Json cutover = {{"commands", commands}};
    cutover.update(more);
    return cutover;
  }

  void AddSlowCheck() const {
    const std::string file = migration.scratch().Path("plan.json");
    Json plan = ParseJson(ReadFile(file));
    plan["checks"].push_back({{"id", "slow"},
                              {"gate", "command"},
                              {"phases", {"rollback", "cutover"}},
                              {"words", {"sleep", "300"}}});
    migration.scratch().File("plan.json", ToText(plan, 2));
  }

  std::string WriteTo() const {
    return ReadFlags(migration.folder() + "/flags.env").at("WRITE_TO");
  }

  // Runs cutover, and expects that it fails with these words and soon.
  ProcessResult Fails(const std::string& words) const {
    const auto began = std::chrono::steady_clock::now();
    const ProcessResult run = migration.Stage({"cutover"});
    EXPECT_EQ(run.status, 1) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << run.output;
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(40)) << run.output;
    return run;
  }

  const StagedMigration migration;
};

TEST(Undo, TakesBackWhatWasDoneIfACheckFails) {
  const UndoneCutover undo("undo_red", {kStopWrites, kLookAtRows, kGoOver}, {{"undo", {kGoBack}}});
  undo.migration.databases().OnTarget("UPDATE public.entries SET amount = 2 WHERE id = 7");
  undo.Fails("the commands were taken back, so the stage has changed nothing");
  EXPECT_EQ(undo.WriteTo(), "source");

  // The gate may look again, and the cutover begins with its first command.
  const ProcessResult gate = undo.migration.Stage({"gate"});
  EXPECT_EQ(gate.status, 1) << gate.output;
  undo.migration.databases().OnTarget("UPDATE public.entries SET amount = 7 / 7.0 WHERE id = 7");
  const ProcessResult again = undo.migration.Stage({"all"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "set WRITE_TO=none")) << again.output;
  EXPECT_EQ(undo.WriteTo(), "target");
}

TEST(Undo, TakesNothingBackIfNothingWasDone) {
  const UndoneCutover undo("undo_nothing", {kLookAtRows, kStopWrites, kGoOver},
                           {{"undo", {kGoBack}}});
  undo.migration.databases().OnTarget("UPDATE public.entries SET amount = 2 WHERE id = 7");
  const ProcessResult run = undo.Fails("checks \"last look\" failed");
  EXPECT_FALSE(OutputHas(run, "TAKES BACK")) << run.output;
}

TEST(Undo, TakesBackWhatIsNotDoneInTime) {
  const Json wait = {{"name", "until they notice"}, {"wait_s", 300}};
  const UndoneCutover undo("undo_late", {kStopWrites, wait, kGoOver},
                           {{"undo", {kGoBack}}, {"undo_after_s", 2}, {"no_return", "switch"}});
  const ProcessResult run = undo.Fails("not done 2 s after the first command");
  EXPECT_TRUE(OutputHas(run, "TAKES BACK what was done")) << run.output;
  EXPECT_EQ(undo.WriteTo(), "source");
}

TEST(Undo, DoesNotWaitForAProgram) {
  const UndoneCutover undo("undo_program",
                           {kStopWrites, ProgramCommand("slow", {"sleep", "300"}), kGoOver},
                           {{"undo", {kGoBack}}, {"undo_after_s", 2}});
  undo.Fails("not done 2 s after the first command: command \"slow\" didn't finish within");
  EXPECT_EQ(undo.WriteTo(), "source");
}

TEST(Undo, DoesNotWaitForAChecksEnd) {
  const UndoneCutover undo("undo_check",
                           {kStopWrites, {{"name", "look"}, {"checks", {"slow"}}}, kGoOver},
                           {{"undo", {kGoBack}}, {"undo_after_s", 2}});
  undo.Fails("not done 2 s after the first command: checks \"look\" couldn't decide");
  EXPECT_EQ(undo.WriteTo(), "source");
}

TEST(Undo, TakesNothingBackAfterTheLastMomentToTurnBack) {
  const UndoneCutover undo("undo_too_late",
                           {kStopWrites, kGoOver, ProgramCommand("tell people", {"false"})},
                           {{"undo", {kGoBack}}, {"undo_after_s", 60}, {"no_return", "switch"}});
  const ProcessResult run = undo.Fails("command \"tell people\" failed with exit status 1");
  EXPECT_FALSE(OutputHas(run, "TAKES BACK")) << run.output;
  EXPECT_EQ(undo.WriteTo(), "target");
}

TEST(Undo, SaysWhatItCouldNotTakeBack) {
  const UndoneCutover undo("undo_fails", {kStopWrites, ProgramCommand("fail", {"false"}), kGoOver},
                           {{"undo", {ProgramCommand("page nobody", {"false"}), kGoBack}}});
  const ProcessResult run =
      undo.Fails("NOT taken back by page nobody: command \"page nobody\" failed");
  EXPECT_FALSE(OutputHas(run, "has changed nothing")) << run.output;
  EXPECT_EQ(undo.WriteTo(), "source") << "the others are tried";
}

// The time goes on while nobody runs gonogo.
TEST(Undo, TakesBackWhatIsResumedTooLate) {
  const Json wait = {{"name", "until they notice"}, {"wait_s", 300}};
  const UndoneCutover undo("undo_killed", {kStopWrites, wait, kGoOver},
                           {{"undo", {kGoBack}}, {"undo_after_s", 4}});
  ASSERT_FALSE(undo.migration.StageAllAndKill(2500));
  ASSERT_EQ(undo.WriteTo(), "none");
  std::this_thread::sleep_for(std::chrono::seconds(3));
  undo.Fails("not done 4 s after the first command");
  EXPECT_EQ(undo.WriteTo(), "source");
}

}  // namespace
}  // namespace gonogo::testing_support
