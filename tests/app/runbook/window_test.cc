// Stages of a migration whose window is booked, on a server that lasts: which begin, and what is
// taken back at the last moment to turn back.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "core/text/utc.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/flag_file.h"
#include "tests/support/migrations/rehearsed_ledger.h"
#include "tests/support/migrations/staged_migration.h"
#include "tests/support/servers/lasting_server.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class BookedWindow : public testing::Test {
 protected:
  static void SetUpTestSuite() { RestartBothAs("production"); }
  static void TearDownTestSuite() { RestartBothAs(kThrowAwayClusterName); }

  static void RestartBothAs(const std::string& name) {
    RestartAs(name, TestPair(), TestPair().source);
    RestartAs(name, TestPair(), TestPair().target);
  }

  static Json Flag(const std::string& name, const std::string& writes) {
    return {{"name", name}, {"flags", {{"WRITE_TO", writes}}}};
  }
  static Json Cutover(const Json& between, bool has_undo) {
    Json cutover = {{"commands", {Flag("freeze", "none"), between, Flag("switch", "target")}}};
    if (has_undo) cutover.update({{"undo", {Flag("back", "source")}}, {"no_return", "switch"}});
    return cutover;
  }
};

// A migration whose window variables book. Each stage took 10 ms when it was rehearsed.
class BookedMigration {
 public:
  BookedMigration(const std::string& name, const Json& cutover)
      : migration(name, {{"cutover", cutover}, {"rollback", Json::object()}}) {
    for (const Json& command : cutover.at("commands")) commands_.push_back(command.at("name"));
    const std::string file = migration.scratch().Path("plan.json");
    Json plan = ParseJson(ReadFile(file));
    plan["window"] = {{"from", {{"env", "WINDOW_FROM"}, {"default", ""}}},
                      {"until", {{"env", "WINDOW_UNTIL"}, {"default", ""}}},
                      {"point_of_no_return", "cutover.switch"}};
    plan["checks"].push_back(
        {{"id", "rehearsal"},
         {"gate", "rehearsal_evidence"},
         {"phases", {"rollback"}},
         {"severity", "advisory"},
         {"ledger", {{"env", "REHEARSAL_LEDGER"}, {"default", "rehearsal.jsonl"}}}});
    migration.scratch().File("plan.json", ToText(plan, 2));
    SetWayBack(milliseconds(10));
    const ProcessResult before = migration.Stage({"all", "--until", "gate"});
    if (before.status != 0) throw std::runtime_error(before.output);
  }

  void SetWayBack(milliseconds took) const {
    const milliseconds little{10};
    migration.scratch().File(
        "rehearsal.jsonl",
        RehearsedLedger("small", {{.stage = Phase::kVerify, .took = little},
                                  {.stage = Phase::kGate, .took = little},
                                  {.stage = Phase::kCutover, .took = little, .commands = commands_},
                                  {.stage = Phase::kRollback, .took = took}}));
  }

  // Runs the stage in a window that begins and ends that much later than now.
  ProcessResult Stage(const std::string& stage, milliseconds from, milliseconds until,
                      Variables more = {}) const {
    const UtcTime now = UtcClock();
    more["WINDOW_FROM"] = Minutes(now + from);
    more["WINDOW_UNTIL"] = Minutes(now + until);
    return migration.Stage({stage}, more);
  }

  void Refuses(const ProcessResult& run, int status, const std::string& words) const {
    EXPECT_EQ(run.status, status) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << run.output;
    EXPECT_EQ(WriteTo(), "source") << run.output;
    const LedgerLine last = migration.LedgerLines().lines.back();
    EXPECT_EQ(last.event, LedgerEvent::kStageRefused);
    EXPECT_EQ(last.stage, Phase::kCutover);
    EXPECT_EQ(last.details.at("status"), status);
  }

  std::string WriteTo() const {
    return ReadFlags(migration.folder() + "/flags.env").at("WRITE_TO");
  }

  const StagedMigration migration;

 private:
  std::vector<std::string> commands_;  // of the cutover

  // A window is written with seconds.
  static std::string Minutes(UtcTime time) { return UtcText(time).substr(0, 19) + "Z"; }
};

TEST_F(BookedWindow, RefusesAndRecordsWhatDoesNotFit) {
  const Json nothing = {{"name", "nothing"}, {"wait_s", 0}};
  const BookedMigration booked("window_refuses", Cutover(nothing, true));
  booked.Refuses(booked.Stage("cutover", hours(1), hours(2)), 1, "not begun: the window begins ");
  booked.Refuses(booked.Stage("cutover", -hours(2), -hours(1)), 1, "not begun: the window ended ");
  booked.Refuses(
      booked.Stage("cutover", -hours(1), hours(1), {{"REHEARSAL_LEDGER", "nowhere.jsonl"}}), 3,
      "nowhere.jsonl doesn't exist");
  booked.SetWayBack(minutes(45));  // which counts one and a half times
  booked.Refuses(booked.Stage("all", -hours(1), hours(1)), 1,
                 "not begun: the last moment to turn back was ");

  // The page and the report say so, and the records are whole.
  EXPECT_NE(ReadFile(booked.migration.folder() + "/report.html").find("NO-GO"), std::string::npos);
  EXPECT_NE(ReadFile(booked.migration.folder() + "/report.md")
                .find("| cutover | not begun: the last moment to turn back was "),
            std::string::npos);
  const ProcessResult verified = RunGonogo({"evidence", "verify", booked.migration.folder()});
  EXPECT_EQ(verified.status, 3) << verified.output;  // nobody has signed it
  EXPECT_FALSE(OutputHas(verified, "WRONG")) << verified.output;
  EXPECT_TRUE(OutputHas(verified, "note         stage cutover, refused at ")) << verified.output;

  const UtcTime now = UtcClock();
  const Variables over = {{"WINDOW_FROM", UtcText(now - hours(2)).substr(0, 19) + "Z"},
                          {"WINDOW_UNTIL", UtcText(now - hours(1)).substr(0, 19) + "Z"}};
  const ProcessResult json = booked.migration.Stage({"cutover", "--json"}, over);
  EXPECT_TRUE(OutputHas(json, "\"refused\": true")) << json.output;

  // A dry run says the same, and writes nothing.
  const std::size_t lines = booked.migration.LedgerLines().lines.size();
  const ProcessResult dry = booked.migration.Stage({"cutover", "--dry-run"}, over);
  EXPECT_TRUE(OutputHas(dry, "stage cutover would be not begun: the window ended ")) << dry.output;
  EXPECT_EQ(booked.migration.LedgerLines().lines.size(), lines);

  // Rehearsed in place, schema locks the same tables.
  const ProcessResult in_place = booked.migration.Stage({"schema", "--rehearse"}, over);
  EXPECT_EQ(in_place.status, 1) << in_place.output;
  EXPECT_TRUE(OutputHas(in_place, "stage schema  NO-GO\n  not begun: the window ended "))
      << in_place.output;
  EXPECT_EQ(booked.migration.LedgerLines().lines.size(), lines);

  // It fits: and after it neither the way back nor what comes later is late.
  booked.SetWayBack(milliseconds(10));
  const ProcessResult fits = booked.Stage("all", -hours(1), hours(1));
  EXPECT_EQ(fits.status, 0) << fits.output;
  EXPECT_EQ(booked.WriteTo(), "target");
  const ProcessResult back = booked.Stage("rollback", -hours(2), -hours(1));
  EXPECT_FALSE(OutputHas(back, "not begun")) << back.output;
}

TEST_F(BookedWindow, TakesBackAtTheLastMoment) {
  const Json slow = {{"name", "slow"},
                     {"words", {"sleep", "300"}},
                     {"rehearsal_words", {"true"}},
                     {"folder", "."}};
  const BookedMigration booked("window_undoes", Cutover(slow, true));
  const ProcessResult run = booked.Stage("cutover", -hours(1), seconds(4));
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "TAKES BACK what was done: the last moment to turn back is over"))
      << run.output;
  EXPECT_EQ(booked.WriteTo(), "source");
}

// gonogo is killed while the application can't write.
Json Kill() {
  return {{"name", "kill"},
          {"words", {"sh", "-c", "kill -KILL $PPID"}},
          {"rehearsal_words", {"true"}},
          {"folder", "."}};
}

TEST_F(BookedWindow, TakesBackWhatGoesOnTooLate) {
  const BookedMigration booked("window_too_late", Cutover(Kill(), true));
  booked.Stage("cutover", -hours(1), hours(1));
  ASSERT_EQ(booked.WriteTo(), "none");
  const ProcessResult run = booked.Stage("cutover", -hours(2), -hours(1));
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "TAKES BACK what was done: the last moment to turn back is over"))
      << run.output;
  EXPECT_EQ(booked.WriteTo(), "source");
}

// Without "undo" it must say how the application can write again.
TEST_F(BookedWindow, SaysWhatStaysOfAStageThatMayNotGoOn) {
  Json cutover = Cutover(Kill(), false);
  cutover["on_failure"] = "Call the owner of the shop.";
  const BookedMigration booked("window_stays", cutover);
  booked.Stage("cutover", -hours(1), hours(1));
  const ProcessResult run = booked.Stage("cutover", -hours(2), -hours(1));
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "not begun: the window ended ")) << run.output;
  EXPECT_TRUE(OutputHas(run, "; what it did stays in effect: go back with `gonogo stage rollback "))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "Call the owner of the shop.")) << run.output;
  EXPECT_EQ(booked.WriteTo(), "none");
  const std::string page = ReadFile(booked.migration.folder() + "/report.html");
  EXPECT_NE(page.find("stage cutover has not ended: it broke off"), std::string::npos);
  EXPECT_NE(page.find("stage cutover: not begun: the window ended "), std::string::npos);
}

// Without "undo" nothing is broken off, but the switch doesn't begin.
TEST_F(BookedWindow, DoesNotSwitchAfterTheLastMoment) {
  const Json slow = {
      {"name", "slow"}, {"words", {"sleep", "5"}}, {"rehearsal_words", {"true"}}, {"folder", "."}};
  const BookedMigration booked("window_ends", Cutover(slow, false));
  const ProcessResult run = booked.Stage("cutover", -hours(1), seconds(4));
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "switch hasn't begun: the last moment to turn back is over"))
      << run.output;
  EXPECT_EQ(booked.WriteTo(), "none");
}

}  // namespace
}  // namespace gonogo::testing_support
