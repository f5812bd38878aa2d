// How old a result may be for the next stage, and what must be looked at again.
#include "stages/looks.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "stages/stage_order.h"

namespace gonogo {
namespace {

// Hour 100 of the migration is 2026-02-25T04:00:00.000Z.
std::string Hour(int hour) {
  return fmt::format("2026-02-{:02}T{:02}:00:00.000Z", 21 + hour / 24, hour % 24);
}

// A plan with the stages from backfill to finalize. Each phase has a check.
class Looks : public testing::Test {
 protected:
  Looks() {
    plan_.file = "plan.json";
    plan_.text_digest = "d1";
    Check check;
    check.id = "rows";
    check.gate = &gate_;
    for (const Phase phase : {Phase::kBackfill, Phase::kVerify, Phase::kGate, Phase::kDualWrite,
                              Phase::kCutover, Phase::kFinalize}) {
      plan_.stages[phase] = Arguments(Json{{"commands", Json::array()}});
      check.phases.push_back(phase);
    }
    plan_.checks = {check};
  }

  void Add(LedgerEvent event, Phase stage, int hour, const Json& details) {
    ledger_.lines.push_back({.event = event, .stage = stage, .at = Hour(hour), .details = details});
  }
  void Do(Phase stage, int hour) {
    Add(LedgerEvent::kStageBegan, stage, hour, {{"stage_digest", StageDigest(plan_, stage)}});
    Add(LedgerEvent::kStageEnded, stage, hour, {{"status", 0}, {"outcome", "GO"}});
  }
  void LookAt(Phase stage, int hour, int status = 0) {
    Add(LedgerEvent::kLookBegan, stage, hour, {{"stage_digest", StageDigest(plan_, stage)}});
    Add(LedgerEvent::kLookEnded, stage, hour,
        {{"status", status}, {"outcome", status == 0 ? "GO" : "NO-GO"}});
  }
  void DoUpTo(Phase last, int hour) {
    for (const auto& [stage, arguments] : plan_.stages) {
      if (stage <= last) Do(stage, hour);
    }
  }
  void Set(Phase stage, const Json& more) {
    Json values = plan_.stages.at(stage).values();
    values.update(more);
    plan_.stages[stage] = Arguments(values);
  }

  Present At(int hour) const {
    Present present = present_;
    present.now = Hour(hour);
    return present;
  }

  // Returns "gate passed 25 h 0 min ago, but counts for 24 h".
  std::string Due(std::optional<Phase> next, int hour) const {
    std::vector<std::string> due;
    for (const Reliance& one : DueLooks(plan_, ledger_, next, At(hour))) {
      due.push_back(PhaseName(one.stage) + " " + one.due);
    }
    return Join(due, "; ");
  }
  std::string Refusal(Phase stage, int hour) const {
    try {
      RequireMayBegin(plan_, ledger_, stage, At(hour));
    } catch (const PlanError& error) {
      return error.what();
    }
    return "";
  }

  Gate gate_{.name = "row_count"};
  Plan plan_;
  Ledger ledger_;
  Present present_;
};

TEST_F(Looks, AResultCountsForADayFromGateOn) {
  DoUpTo(Phase::kGate, 0);
  EXPECT_EQ(Refusal(Phase::kDualWrite, 24), "");
  EXPECT_EQ(Refusal(Phase::kDualWrite, 25),
            "stage dual-write needs stage gate, which passed 25 h 0 min ago, but counts for 24 h: "
            "run `gonogo stage gate --plan plan.json` first");
  EXPECT_EQ(Refusal(Phase::kGate, 9), "") << "verify counts without limit";
}

TEST_F(Looks, AllNamesWhatMustBeLookedAtAgain) {
  DoUpTo(Phase::kDualWrite, 0);
  EXPECT_EQ(Due(Phase::kCutover, 25),
            "gate passed 25 h 0 min ago, but counts for 24 h; "
            "dual-write passed 25 h 0 min ago, but counts for 24 h");
  LookAt(Phase::kGate, 25);
  EXPECT_EQ(Due(Phase::kCutover, 26), "dual-write passed 26 h 0 min ago, but counts for 24 h");
  LookAt(Phase::kDualWrite, 26);
  EXPECT_EQ(Due(Phase::kCutover, 27), "");
  EXPECT_EQ(Refusal(Phase::kCutover, 27), "") << "looks undo nothing";
}

TEST_F(Looks, ALookThatWasRedDoesNotCount) {
  DoUpTo(Phase::kGate, 0);
  LookAt(Phase::kGate, 1, 1);
  EXPECT_EQ(
      Refusal(Phase::kDualWrite, 2),
      "stage dual-write needs stage gate, which ended NO-GO when gonogo looked at it again at " +
          Hour(1) + ": run `gonogo stage gate --plan plan.json` first");
  LookAt(Phase::kGate, 3);
  EXPECT_EQ(Refusal(Phase::kDualWrite, 4), "");
}

TEST_F(Looks, AStageThatRunsAgainCountsLikeALook) {
  DoUpTo(Phase::kGate, 0);
  LookAt(Phase::kGate, 1, 3);
  Do(Phase::kGate, 2);
  EXPECT_EQ(Refusal(Phase::kDualWrite, 3), "");
}

TEST_F(Looks, ThePlanAndTheStageSetTheLimit) {
  DoUpTo(Phase::kDualWrite, 0);
  plan_.max_age_hours = 48;
  EXPECT_EQ(Due(Phase::kCutover, 40), "");
  EXPECT_NE(Due(Phase::kCutover, 49), "");
  plan_.max_age_hours = 0;
  EXPECT_EQ(Due(Phase::kCutover, 90), "") << "0 is without limit";
  EXPECT_EQ(MaxAge(plan_, Phase::kGate).count(), 0);
  plan_.max_age_hours = INT64_MAX;
  EXPECT_EQ(Due(Phase::kCutover, 90), "");
}

TEST_F(Looks, AChecksOwnAgeBoundsThatOfStagesBeforeTheCutover) {
  plan_.checks[0].max_age = std::chrono::minutes(90);
  DoUpTo(Phase::kGate, 0);
  EXPECT_EQ(Refusal(Phase::kDualWrite, 1), "");
  EXPECT_EQ(Refusal(Phase::kDualWrite, 2),
            "stage dual-write needs stage gate, which passed 2 h 0 min ago, but counts for 90 min: "
            "run `gonogo stage gate --plan plan.json` first");
  EXPECT_EQ(MaxAge(plan_, Phase::kVerify).count(), 0) << "the gate asks again";
  std::erase(plan_.checks[0].phases, Phase::kGate);
  EXPECT_EQ(MaxAge(plan_, Phase::kVerify), std::chrono::minutes(90));
  EXPECT_EQ(MaxAge(plan_, Phase::kBackfill).count(), 0);
  EXPECT_EQ(MaxAge(plan_, Phase::kCutover), std::chrono::hours(24));
}

TEST_F(Looks, AStageBeforeGateHasALimitIfItSaysSo) {
  Set(Phase::kVerify, {{"max_age_hours", 2}});
  DoUpTo(Phase::kVerify, 0);
  EXPECT_EQ(Refusal(Phase::kGate, 2), "");
  EXPECT_EQ(Refusal(Phase::kGate, 3),
            "stage gate needs stage verify, which passed 3 h 0 min ago, but counts for 2 h: run "
            "`gonogo stage verify --plan plan.json` first");
  plan_.max_age_hours = 1;
  EXPECT_EQ(MaxAge(plan_, Phase::kVerify), std::chrono::hours(2));
  EXPECT_EQ(MaxAge(plan_, Phase::kBackfill).count(), 0);
}

TEST_F(Looks, TheLastStageHasALimit) {
  for (const Phase phase : {Phase::kGate, Phase::kDualWrite, Phase::kCutover, Phase::kFinalize}) {
    plan_.stages.erase(phase);
  }
  DoUpTo(Phase::kVerify, 0);
  EXPECT_EQ(Due(std::nullopt, 25), "verify passed 25 h 0 min ago, but counts for 24 h");
}

TEST_F(Looks, AResultThatWasNotStrictDoesNotCountAsStrict) {
  DoUpTo(Phase::kGate, 0);
  present_.strict = true;
  EXPECT_EQ(Due(Phase::kDualWrite, 1),
            "verify passed without --strict; gate passed without --strict");
  for (const Phase stage : {Phase::kVerify, Phase::kGate}) {
    LookAt(stage, 1);
    ledger_.lines.back().details["strict"] = true;
  }
  EXPECT_EQ(Due(Phase::kDualWrite, 2), "");
  present_.strict = false;
  EXPECT_EQ(Due(Phase::kDualWrite, 2), "");
}

TEST_F(Looks, AResultCountsAsLongAsItsWaivers) {
  DoUpTo(Phase::kGate, 0);
  Waiver waiver{.check = "rows", .subject = "public.*", .until = "2026-02-21", .finding = "a*"};
  ledger_.lines.back().details["waived"] = {
      {{"check", "rows"}, {"subject", "public.t"}, {"waivers", {{{"id", waiver.id()}}}}}};
  const std::string due = "gate passed on a waiver of rows.public.t that isn't in force now";
  EXPECT_EQ(Due(Phase::kDualWrite, 1), due) << "it was taken back";
  present_.waivers = {waiver};
  EXPECT_EQ(Due(Phase::kDualWrite, 1), "");
  EXPECT_EQ(Due(std::nullopt, 30), "gate passed 30 h 0 min ago, but counts for 24 h")
      << "whichever comes first";
  EXPECT_EQ(Due(Phase::kDualWrite, 24), due) << "it has expired";
  waiver.until = "2026-12-31";
  waiver.finding = "b*";
  present_.waivers = {waiver};
  EXPECT_EQ(Due(Phase::kDualWrite, 1), due) << "it accepts other findings";
  waiver.finding = "a*";
  present_.waivers = {waiver};
  EXPECT_EQ(Due(Phase::kDualWrite, 1), "") << "it was renewed";
  ledger_.lines.back().details["waived"][0].erase("waivers");
  EXPECT_EQ(Due(Phase::kDualWrite, 1), due) << "nobody knows on which";
}

// The application has moved: the sides differ on purpose.
TEST_F(Looks, AfterTheCutoverNothingBeforeItIsLookedAt) {
  DoUpTo(Phase::kCutover, 0);
  EXPECT_EQ(Due(Phase::kFinalize, 90), "");
  EXPECT_EQ(Refusal(Phase::kFinalize, 90), "");
  EXPECT_EQ(Due(std::nullopt, 90), "cutover passed 90 h 0 min ago, but counts for 24 h");
}

// Otherwise it could neither end nor go back to the gate.
TEST_F(Looks, ACutoverThatBeganCanContinueHoweverOldTheGateIs) {
  DoUpTo(Phase::kDualWrite, 0);
  Add(LedgerEvent::kStageBegan, Phase::kCutover, 1, {{"stage_digest", "d"}});
  ledger_.lines.push_back({.event = LedgerEvent::kStepBegan,
                           .stage = Phase::kCutover,
                           .step = "command stop",
                           .at = Hour(1)});
  EXPECT_EQ(Refusal(Phase::kCutover, 90), "");
  EXPECT_EQ(Due(Phase::kCutover, 90), "");
}

TEST_F(Looks, TheEndOfTheRunbookReliesOnAll) {
  plan_.stages.erase(Phase::kDualWrite);
  plan_.stages.erase(Phase::kCutover);
  plan_.stages.erase(Phase::kFinalize);
  DoUpTo(Phase::kGate, 0);
  EXPECT_EQ(Due(std::nullopt, 24), "");
  EXPECT_EQ(Due(std::nullopt, 99), "gate passed 99 h 0 min ago, but counts for 24 h");
  const auto relied_on =
      ReliedOn(plan_, ledger_, CompletedStages(plan_, ledger_), std::nullopt, {Hour(3)});
  ASSERT_EQ(relied_on.size(), 3U);
  EXPECT_EQ(Describe(relied_on.at(1)),
            "verify: GO 3 h 0 min ago (" + Hour(0) + "), counts without limit");
  EXPECT_EQ(Describe(relied_on.at(2)), "gate: GO 3 h 0 min ago (" + Hour(0) + "), counts for 24 h");
}

TEST_F(Looks, AResultFromTheFutureIsAnError) {
  DoUpTo(Phase::kGate, 9);
  EXPECT_EQ(Refusal(Phase::kDualWrite, 8), "stage backfill passed at " + Hour(9) + ", but it is " +
                                               Hour(8) + " now: a clock is wrong");
}

// The schema has changed: what preflight saw is gone.
TEST_F(Looks, InsideOneDatabaseNothingBeforeTheSchemaIsLookedAt) {
  plan_.baseline = BaselineTerms{};
  plan_.stages.erase(Phase::kBackfill);
  for (const Phase phase : {Phase::kPreflight, Phase::kSchema}) {
    plan_.stages[phase] = Arguments(Json{{"commands", Json::array()}, {"max_age_hours", 1}});
    plan_.checks[0].phases.push_back(phase);
  }
  Do(Phase::kPreflight, 0);
  EXPECT_EQ(Due(Phase::kSchema, 2), "preflight passed 2 h 0 min ago, but counts for 1 h");
  Do(Phase::kSchema, 2);
  EXPECT_EQ(Due(Phase::kVerify, 9), "");
  Do(Phase::kVerify, 9);
  Do(Phase::kGate, 9);
  EXPECT_EQ(Due(Phase::kDualWrite, 34), "gate passed 25 h 0 min ago, but counts for 24 h");
}

// Otherwise the rollback would restore last month's backup.
TEST_F(Looks, InsideOneDatabaseAnOldPreflightDoesNotOpenTheSchema) {
  plan_.baseline = BaselineTerms{.max_age = std::chrono::hours(24)};
  for (const Phase phase : {Phase::kPreflight, Phase::kSchema}) {
    plan_.stages[phase] = Arguments(Json{{"commands", Json::array()}});
  }
  plan_.checks[0].phases.push_back(Phase::kPreflight);
  Do(Phase::kPreflight, 0);
  EXPECT_EQ(Refusal(Phase::kSchema, 24), "");
  EXPECT_EQ(Refusal(Phase::kSchema, 25),
            "stage schema needs stage preflight, which passed 25 h 0 min ago, but counts for 24 h: "
            "run `gonogo stage preflight --plan plan.json` first");
  plan_.baseline.reset();
  ledger_.lines.clear();
  Do(Phase::kPreflight, 0);
  EXPECT_EQ(Refusal(Phase::kSchema, 99), "") << "with a source it has no limit";
}

TEST_F(Looks, RunChecksThatNoCommandRuns) {
  const Json look = {{"name", "look"}, {"checks", {"rows"}}};
  for (const Phase stage : {Phase::kGate, Phase::kDualWrite, Phase::kCutover}) {
    EXPECT_EQ(ChecksOfLook(plan_, stage), std::vector<std::string>{"rows"});
    Set(stage, {{"commands", {look}}});
    EXPECT_TRUE(ChecksAtTheEnd(plan_, stage).empty());
  }
  EXPECT_EQ(ChecksOfLook(plan_, Phase::kGate), std::vector<std::string>{"rows"});
  EXPECT_EQ(ChecksOfLook(plan_, Phase::kCutover), std::vector<std::string>{"rows"});
  const Json act = {{"name", "act"}, {"flags", {{"A", "b"}}}};
  const Json wait = {{"name", "wait"}, {"wait_s", 1}};
  Set(Phase::kCutover, {{"commands", {act, look, wait}}});
  EXPECT_EQ(ChecksOfLook(plan_, Phase::kCutover), std::vector<std::string>{"rows"});
  for (const Phase stage : {Phase::kCutover, Phase::kDualWrite}) {
    Set(stage, {{"commands", {look, act}}});
    EXPECT_TRUE(ChecksOfLook(plan_, stage).empty()) << "what the check saw may be gone";
  }
  DoUpTo(Phase::kDualWrite, 0);
  EXPECT_EQ(Refusal(Phase::kCutover, 25),
            "stage cutover needs stage gate, which passed 25 h 0 min ago, but counts for 24 h: run "
            "`gonogo stage all --until gate --plan plan.json` first");
  LookAt(Phase::kGate, 25);
  EXPECT_EQ(Refusal(Phase::kCutover, 26),
            "stage cutover needs stage dual-write, which passed 26 h 0 min ago, but counts for 24 "
            "h: run `gonogo stage dual-write --plan plan.json` first");
}

}  // namespace
}  // namespace gonogo
