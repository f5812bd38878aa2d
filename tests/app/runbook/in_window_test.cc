// When a stage may begin: what the window, the rehearsed times and the point of no return say.
#include "app/runbook/in_window.h"

#include <gtest/gtest.h>

#include <chrono>

#include "app/plan/plan_file.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/migrations/rehearsed_ledger.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// A plan whose window is from 22:00 to 02:00, and the ledger of its rehearsal: verify took 20 min,
// cutover 5 min up to its point of no return, and an hour after it; the way back took 10 min. The
// times count twice.
class InWindow : public testing::Test {
 protected:
  InWindow() {
    plan_ = {
        {"gonogo", 1},
        {"name", "shop"},
        {"connections",
         {{"source", {{"url", "service=old"}}}, {"target", {{"url", "service=new"}}}}},
        {"relations", {{{"source", "public.users"}, {"key", {"id"}}}}},
        {"flag_file", "flags.env"},
        {"window",
         {{"from", "2026-02-21T22:00Z"}, {"until", "2026-02-22T02:00Z"}, {"margin_percent", 200}}},
        {"checks",
         {{{"id", "rows"}, {"gate", "row_count"}, {"phases", Json(kPhases)}},
          {{"id", "rehearsal"},
           {"gate", "rehearsal_evidence"},
           {"phases", {"rollback"}},
           {"ledger", "rehearsal.jsonl"}}}},
        {"stages",
         {{"verify", Json::object()},
          {"cutover",
           {{"commands",
             {Flag("freeze", "none"), Flag("switch", "target"), Flag("unfreeze", "both")}},
            {"undo", {Flag("back", "source")}},
            {"no_return", "switch"}}},
          {"finalize", Json::object()},
          {"rollback", Json::object()}}}};
    rehearsed_ = {{.stage = Phase::kVerify, .took = minutes(20)},
                  {.stage = Phase::kCutover,
                   .took = minutes(65),
                   .commands = {"freeze", "switch"},
                   .last_command_took = minutes(5)},
                  {.stage = Phase::kRollback, .took = minutes(10)}};
  }

  static Json Flag(const std::string& name, const std::string& writes) {
    return {{"name", name}, {"flags", {{"WRITE_TO", writes}}}};
  }

  Plan Read() const {
    scratch_.File("rehearsal.jsonl", RehearsedLedger("shop", rehearsed_));
    return LoadPlan(scratch_.File("plan.json", ToText(plan_)), {});
  }

  // Returns the reason, with "? " before it if a time isn't known, or "" if the stage may begin.
  std::string At(const std::string& time, Phase stage, const Ledger& ledger = {}) const {
    return Between(time, time, stage, ledger);
  }

  // The same by clocks that differ.
  std::string Between(const std::string& earliest, const std::string& latest, Phase stage,
                      const Ledger& ledger = {}) const {
    const auto time = [](const std::string& text) { return "2026-02-" + text + ":00.000Z"; };
    const auto refusal = WhyNotNow(Read(), ledger, stage, {time(earliest), time(latest)});
    if (!refusal) return "";
    return (refusal->decision == Decision::kUndecided ? "? " : "") + refusal->reason;
  }

  // Returns the ledger of a cutover that has begun with this command.
  static Ledger Begun(const std::string& command) {
    const auto line = [](LedgerEvent event, const std::string& step, const Json& details) {
      return LedgerLine{.event = event,
                        .stage = Phase::kCutover,
                        .step = step,
                        .at = "2026-02-22T01:00:00.000Z",
                        .details = details};
    };
    return {.lines = {line(LedgerEvent::kStageBegan, "", {{"stage_digest", "another"}}),
                      line(LedgerEvent::kStepBegan, "command " + command, Json::object())}};
  }

  static inline const std::vector<std::string> kPhases = {"verify", "cutover", "finalize",
                                                          "rollback"};
  Scratch scratch_;
  Json plan_;
  std::vector<RehearsedStage> rehearsed_;
};

TEST_F(InWindow, BeginsNoCutoverBeforeIt) {
  EXPECT_EQ(At("21T21:00", Phase::kVerify), "");
  EXPECT_EQ(At("21T21:00", Phase::kCutover),
            "not begun: the window begins 2026-02-21 22:00:00 UTC, in 1 h 0 min");
  EXPECT_EQ(At("21T22:00", Phase::kCutover), "");
  plan_["window"]["opens_with"] = "verify";
  EXPECT_EQ(At("21T21:00", Phase::kVerify),
            "not begun: the window begins 2026-02-21 22:00:00 UTC, in 1 h 0 min");
}

TEST_F(InWindow, BeginsNothingThatDoesNotFit) {
  // Verify takes 40 min, cutover 10 min up to the switch, and the way back 20 min.
  EXPECT_EQ(At("22T00:50", Phase::kVerify), "");
  EXPECT_EQ(At("22T00:51", Phase::kVerify),
            "not begun: it is too late: cutover.switch would be reached 2026-02-22 01:41:00 UTC at "
            "the earliest, but the last moment to turn back is 2026-02-22 01:40:00 UTC");
  EXPECT_EQ(At("22T01:41", Phase::kVerify),
            "not begun: the last moment to turn back was 2026-02-22 01:40:00 UTC, 1 min 0 s ago: "
            "the way back takes 20 min 0 s");
  EXPECT_EQ(At("22T03:00", Phase::kVerify),
            "not begun: the window ended 2026-02-22 02:00:00 UTC, 1 h 0 min ago: book another");
  // What comes before it hasn't passed either, and must run first.
  EXPECT_NE(At("22T00:51", Phase::kCutover), "");
}

// Before the window there is time for what may run outside it.
TEST_F(InWindow, CountsWhatRunsBeforeIt) {
  plan_["window"]["until"] = "2026-02-21T22:31Z";
  EXPECT_EQ(At("21T21:20", Phase::kVerify), "");
  EXPECT_EQ(At("21T21:21", Phase::kVerify), "");
  EXPECT_NE(At("21T21:22", Phase::kVerify), "");
}

TEST_F(InWindow, IsNotLateAfterThePointOfNoReturn) {
  EXPECT_EQ(At("22T03:00", Phase::kFinalize), "");
  EXPECT_EQ(At("22T03:00", Phase::kRollback), "");
  EXPECT_EQ(At("22T03:00", Phase::kCutover, Begun("switch")), "");
  Ledger undone = Begun("switch");
  undone.lines.push_back({.event = LedgerEvent::kStepDone,
                          .stage = Phase::kCutover,
                          .step = kUndoneStep,
                          .at = "2026-02-22T01:10:00.000Z"});
  EXPECT_NE(At("22T03:00", Phase::kCutover, undone), "");
}

// Nobody else would run its "undo": it takes itself back. Without one, it stays as it is.
TEST_F(InWindow, LetsAStageThatHasBegunTakeItselfBack) {
  EXPECT_EQ(At("22T03:00", Phase::kCutover, Begun("freeze")), "");
  EXPECT_EQ(At("22T01:30", Phase::kCutover, Begun("freeze")), "");
  EXPECT_EQ(At("22T01:30", Phase::kCutover, Begun("")), At("22T01:30", Phase::kCutover));
  EXPECT_NE(At("21T21:00", Phase::kCutover, Begun("freeze")), "");  // a window that was moved
  plan_["stages"]["cutover"].erase("undo");
  plan_["stages"]["cutover"].erase("no_return");
  plan_["window"]["point_of_no_return"] = "cutover.switch";
  EXPECT_NE(At("22T03:00", Phase::kCutover, Begun("freeze")), "");
}

// What comes after the point of no return is never late, but may be early.
TEST_F(InWindow, BeginsNothingBeforeItAfterThePointOfNoReturn) {
  plan_["window"]["opens_with"] = "finalize";
  EXPECT_EQ(At("21T21:00", Phase::kCutover), "");
  EXPECT_EQ(At("21T21:00", Phase::kFinalize),
            "not begun: the window begins 2026-02-21 22:00:00 UTC, in 1 h 0 min");
  plan_["window"]["opens_with"] = "cutover";
  plan_["window"]["point_of_no_return"] = "verify";
  EXPECT_NE(At("21T21:00", Phase::kCutover), "");
  EXPECT_EQ(At("22T03:00", Phase::kCutover), "");
  // The window was moved in the night: what is past the point goes on.
  plan_["window"].erase("point_of_no_return");
  EXPECT_EQ(At("21T21:00", Phase::kCutover, Begun("switch")), "");
}

// Inside one database nothing runs beside the application: all stages need the window.
TEST_F(InWindow, BeginsNoStageBeforeItInsideOneDatabase) {
  plan_["connections"].erase("source");
  plan_["baseline"] = Json::object();
  plan_["stages"] = {{"verify", Json::object()},
                     {"gate", Json::object()},
                     {"finalize", Json::object()},
                     {"rollback", Json::object()}};
  plan_["checks"][0]["phases"] = {"verify", "gate", "finalize", "rollback"};
  rehearsed_[1] = {.stage = Phase::kGate, .took = minutes(5)};
  EXPECT_NE(At("21T21:00", Phase::kVerify), "");
  // Verify takes 40 min, gate 10 min, and the way back 20 min.
  EXPECT_EQ(At("22T00:50", Phase::kVerify), "");
  EXPECT_NE(At("22T00:51", Phase::kVerify), "");
  EXPECT_EQ(At("22T03:00", Phase::kFinalize), "");
}

// A clock that is wrong neither opens the window nor keeps it open.
TEST_F(InWindow, AsksAllClocks) {
  EXPECT_EQ(Between("21T21:00", "21T23:00", Phase::kCutover),
            "? not begun: whether the window has begun isn't known, because the clocks of the host "
            "and the servers differ by 2 h 0 min: set them");
  EXPECT_EQ(Between("21T21:00", "21T23:00", Phase::kVerify), "");
  EXPECT_NE(Between("21T23:00", "22T03:00", Phase::kCutover).find("the window ended"),
            std::string::npos);
}

TEST_F(InWindow, CannotTellWithoutRehearsedTimes) {
  std::erase_if(rehearsed_, [](const auto& one) { return one.stage == Phase::kRollback; });
  EXPECT_EQ(At("21T23:00", Phase::kVerify),
            "? not begun: whether the window suffices isn't known without a rehearsed time for "
            "stage rollback; rehearse with `gonogo rehearse --plan " +
                scratch_.Path("plan.json") +
                " --out DIR` and name its DIR/ledger.jsonl in a check of gate rehearsal_evidence, "
                "or set \"must_fit\": false in \"window\"");
  rehearsed_[1].commands = {"freeze"};  // so the rehearsed cutover never came to the switch
  EXPECT_NE(At("21T23:00", Phase::kVerify)
                .find("for stage cutover (it was rehearsed without its command switch), stage "
                      "rollback;"),
            std::string::npos);
  plan_["window"]["must_fit"] = false;
  EXPECT_EQ(At("22T01:59", Phase::kVerify), "");
  EXPECT_NE(At("22T02:01", Phase::kVerify), "");
  plan_["stages"].erase("rollback");
  plan_["checks"].erase(1);
  plan_["checks"][0]["phases"] = {"verify", "cutover", "finalize"};
  plan_["window"]["must_fit"] = true;
  EXPECT_NE(At("21T23:00", Phase::kVerify).find("no check rehearsal_evidence of the plan names"),
            std::string::npos);
}

TEST_F(InWindow, JudgesTheRehearsedDowntime) {
  plan_["window"]["downtime"] = {
      {"from", "cutover.switch"}, {"until", "cutover.switch"}, {"budget_s", 600}};
  EXPECT_EQ(At("21T23:00", Phase::kVerify), "");
  plan_["window"]["downtime"]["budget_s"] = 599;
  EXPECT_EQ(At("21T23:00", Phase::kVerify),
            "not begun: the downtime takes 10 min 0 s, but its budget is 9 min 59 s");
  plan_["window"]["downtime"]["from"] = "cutover.freeze";
  EXPECT_EQ(At("21T23:00", Phase::kVerify),
            "not begun: the downtime takes 10 min 0 s, but its budget is 9 min 59 s");
  rehearsed_[1].commands = {"switch", "freeze"};  // so there was none
  EXPECT_NE(At("21T23:00", Phase::kVerify).find("the downtime;"), std::string::npos);
}

// A rehearsal waits less than the plan does: what the plan waits counts, besides the rest.
TEST_F(InWindow, CountsWhatThePlanWaits) {
  Json& commands = plan_["stages"]["cutover"]["commands"];
  commands = {Json{{"name", "settle"}, {"wait_s", 3600}}, commands[0], commands[1],
              Json{{"name", "long after"}, {"wait_s", 36000}}};
  EXPECT_NE(At("21T22:01", Phase::kCutover).find("without its command settle"), std::string::npos);
  rehearsed_[1].commands = {"settle", "freeze", "switch"};
  EXPECT_EQ(At("21T23:50", Phase::kCutover), "");
  EXPECT_NE(At("21T23:51", Phase::kCutover), "");
}

// A new command isn't in the rehearsal, and neither is one that was after the switch.
TEST_F(InWindow, CountsNoRehearsalOfOtherCommands) {
  Json& commands = plan_["stages"]["cutover"]["commands"];
  commands = {commands[0], commands[2], commands[1]};
  rehearsed_[1].commands = {"freeze", "switch", "unfreeze"};
  EXPECT_NE(At("21T22:01", Phase::kCutover).find("without its command unfreeze"),
            std::string::npos);
  plan_["stages"]["rollback"]["commands"] = Json::array({Flag("go back", "source")});
  EXPECT_NE(At("21T22:01", Phase::kCutover)
                .find("stage rollback (it was rehearsed without its command go back)"),
            std::string::npos);
}

TEST_F(InWindow, HasALastMoment) {
  EXPECT_EQ(LastMoment(Read(), {}, Phase::kCutover), ParseUtc("2026-02-22T01:40:00.000Z"));
  EXPECT_EQ(LastMoment(Read(), Begun("switch"), Phase::kCutover), std::nullopt);
  EXPECT_EQ(LastMoment(Read(), {}, Phase::kFinalize), std::nullopt);
  EXPECT_EQ(LastMoment(Read(), {}, Phase::kRollback), std::nullopt);
  plan_["window"]["must_fit"] = false;
  EXPECT_EQ(LastMoment(Read(), {}, Phase::kVerify), ParseUtc("2026-02-22T02:00:00.000Z"));
  plan_["window"]["from"] = plan_["window"]["until"] = "";
  EXPECT_EQ(LastMoment(Read(), {}, Phase::kVerify), std::nullopt);
  EXPECT_EQ(At("25T00:00", Phase::kVerify), "");
}

// What a plan says wrongly of its window, and the message.
TEST_F(InWindow, RefusesPointsThatAreNotInThePlan) {
  const auto message = [this](const Json& more) {
    Json plan = plan_;
    plan["window"].merge_patch(more);
    try {
      (void)LoadPlan(scratch_.File("wrong.json", ToText(plan)), {});
    } catch (const std::exception& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const auto says = [&](const Json& more, const std::string& words) {
    EXPECT_NE(message(more).find(words), std::string::npos) << message(more);
  };
  says({{"opens_with", "backfill"}},
       "\"opens_with\" must be a stage of the plan on the way forward, or STAGE.COMMAND");
  says({{"opens_with", "cutover.freeze"}},
       "\"opens_with\" must be a stage, which begins as a whole: \"cutover\"");
  says({{"point_of_no_return", "rollback"}},
       "\"point_of_no_return\" must be a stage of the plan on the way forward");
  says({{"no_such_key", 1}}, "unknown");
  says({{"margin_percent", 1001}}, "\"margin_percent\" must be at most 1000, not 1001");
  says({{"point_of_no_return", "cutover.swich"}},
       "\"point_of_no_return\": command of stage cutover \"swich\" is unknown; did you mean "
       "\"switch\"?");
  says({{"point_of_no_return", "cutover.freeze"}},
       "\"point_of_no_return\" is cutover.freeze, but the stage's \"no_return\" is \"switch\"");
  says({{"downtime", {{"from", "cutover.switch"}, {"until", "cutover.freeze"}, {"budget_s", 1}}}},
       "\"downtime\": cutover.freeze comes before cutover.switch");
  says({{"downtime", {{"from", "cutover.freez"}, {"until", "cutover.freeze"}, {"budget_s", 1}}}},
       "\"downtime.from\": command of stage cutover \"freez\" is unknown");
  says({{"downtime",
         {{"from", "cutover.freeze"}, {"until", "cutover.switch"}, {"budget_s", 99999999999}}}},
       "\"budget_s\" must be at most ");
  says({{"downtime", {{"from", "cutover"}, {"until", "cutover.freeze"}, {"budget_s", 1}}}},
       "\"downtime.from\" must be a command");
  says({{"margin_percent", 99}}, "margin_percent");
  EXPECT_EQ(message({{"point_of_no_return", "cutover.switch"}}), "");
  EXPECT_EQ(message({{"point_of_no_return", "verify"}}), "");
  // At the last moment the stage would take back the switch, too.
  plan_["stages"]["cutover"].erase("no_return");
  says({{"point_of_no_return", "cutover.switch"}},
       "\"point_of_no_return\" is cutover.switch, but the stage takes back all its commands: add "
       "\"no_return\": \"switch\" to the stage");
  EXPECT_EQ(message({{"point_of_no_return", "cutover"}}), "");
  plan_.erase("stages");
  says({{"opens_with", "verify"}}, "the window names a stage, but the plan has no \"stages\"");
}

// A rehearsal in place leaves nothing, so only the ends of the window count for it.
TEST_F(InWindow, RehearsesInPlaceBetweenItsEnds) {
  rehearsed_.clear();
  const Plan plan = Read();
  const auto at = [&](Phase stage, const std::string& earliest, const std::string& latest) {
    const auto refusal = WhyNotInWindow(plan, stage, {earliest, latest});
    return refusal ? refusal->reason.substr(0, 40) : "";
  };
  const std::string inside = "2026-02-22T01:59:59.000Z";
  const std::string before = "2026-02-21T21:59:59.000Z";
  const std::string after = "2026-02-22T02:00:01.000Z";
  EXPECT_EQ(at(Phase::kCutover, inside, inside), "");
  EXPECT_EQ(at(Phase::kCutover, before, before).substr(0, 28), "not begun: the window begins");
  EXPECT_EQ(at(Phase::kCutover, before, inside).substr(0, 30), "not begun: whether the window ");
  EXPECT_EQ(at(Phase::kVerify, before, before), "");
  EXPECT_EQ(at(Phase::kVerify, after, after).substr(0, 27), "not begun: the window ended");
  plan_.erase("window");
  EXPECT_FALSE(WhyNotInWindow(Read(), Phase::kCutover, {after, after}));
}

}  // namespace
}  // namespace gonogo::testing_support
