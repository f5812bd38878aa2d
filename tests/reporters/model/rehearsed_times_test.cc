// What a ledger says of times: those of stages that ended GO, and the downtime.
#include "reporters/model/rehearsed_times.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

using std::chrono::seconds;

LedgerLine Began(Phase stage, int second, const std::string& digest,
                 const std::string& plan = "shop") {
  return {.event = LedgerEvent::kStageBegan,
          .stage = stage,
          .at = "2026-02-20T10:00:00.000Z",
          .offset = seconds(second),
          .details = {{"plan", plan}, {"plan_digest", digest}}};
}

LedgerLine Ended(Phase stage, int second, int status) {
  return {.event = LedgerEvent::kStageEnded,
          .stage = stage,
          .at = "2026-02-20T10:01:00.000Z",
          .offset = seconds(second),
          .details = {{"status", status}}};
}

TEST(RehearsedTimes, AreOfStagesThatEndedGo) {
  Plan plan;
  plan.name = "shop";
  plan.digest = "new";
  const auto verify = Phase::kVerify;
  const auto cutover = Phase::kCutover;
  Ledger ledger{.lines = {Began(verify, 0, "old"), Ended(verify, 7, 0), Began(verify, 10, "new"),
                          Ended(verify, 12, 0), Began(cutover, 20, "new"), Ended(cutover, 50, 1)}};
  const RehearsedTimes times = TimesIn(ledger, "ledger.jsonl", plan);
  EXPECT_EQ(times.took, (std::map<Phase, std::chrono::milliseconds>{{verify, seconds(2)}}));
  EXPECT_EQ(times.unknown, "");
  EXPECT_EQ(times.at, "2026-02-20T10:01:00.000Z");
  EXPECT_FALSE(times.other_version);
  ledger.lines.push_back(Began(cutover, 60, "old"));
  ledger.lines.push_back(Ended(cutover, 65, 0));
  EXPECT_TRUE(TimesIn(ledger, "ledger.jsonl", plan).other_version);
  ledger.lines = {Began(verify, 0, "new", "another"), Ended(verify, 7, 0)};
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).unknown,
            "ledger.jsonl has no stage of this plan that ended GO");
}

// A plan that freezes the application in its cutover, and switches.
Plan WithCutover() {
  Plan plan;
  plan.name = "shop";
  const Json commands = {{{"name", "freeze"}, {"flags", {{"WRITE_TO", "none"}}}},
                         {{"name", "switch"}, {"flags", {{"WRITE_TO", "target"}}}},
                         {{"name", "settle"}, {"wait_s", 5000}}};
  plan.stages[Phase::kCutover] = Arguments(Json{{"commands", commands}});
  plan.window_terms = WindowTerms{.no_return = {Phase::kCutover, "switch"},
                                  .margin_percent = 150,
                                  .downtime = Downtime{.from = {Phase::kCutover, "freeze"},
                                                       .until = {Phase::kCutover, "switch"},
                                                       .budget = seconds(60)}};
  return plan;
}

LedgerLine Step(LedgerEvent event, const std::string& step, int second, int status = 0) {
  return {.event = event,
          .stage = Phase::kCutover,
          .step = step,
          .at = "2026-02-20T10:00:00.000Z",
          .offset = seconds(second),
          .details = {{"status", status}}};
}

TEST(RehearsedTimes, CountUpToThePointOfNoReturnWithTheMargin) {
  const Plan plan = WithCutover();
  Ledger ledger{.lines = {Began(Phase::kCutover, 0, "new"),
                          Step(LedgerEvent::kStepBegan, "command freeze", 10),
                          Step(LedgerEvent::kStepBegan, "command switch", 20),
                          Step(LedgerEvent::kStepDone, "command switch", 30, 1),
                          Step(LedgerEvent::kStepDone, "command switch", 40),
                          Ended(Phase::kCutover, 100, 0)}};
  const RehearsedTimes times = TimesIn(ledger, "ledger.jsonl", plan);
  EXPECT_EQ(times.took.at(Phase::kCutover), seconds(100));
  EXPECT_EQ(times.counts.at(Phase::kCutover), seconds(60));  // 40 s, one and a half times
  EXPECT_EQ(times.downtime, seconds(45));
  ledger.lines.erase(ledger.lines.begin() + 4);  // now the switch has only failed
  EXPECT_FALSE(TimesIn(ledger, "ledger.jsonl", plan).counts.contains(Phase::kCutover));
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).downtime, std::nullopt);
}

TEST(RehearsedTimes, CountNoLessThanThePlanWaits) {
  Plan plan = WithCutover();
  plan.window_terms->no_return.command = "settle";
  const Ledger ledger{.lines = {Began(Phase::kCutover, 0, "new"),
                                Step(LedgerEvent::kStepDone, "command settle", 30),
                                Ended(Phase::kCutover, 100, 0)}};
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).counts.at(Phase::kCutover), seconds(5000));
}

TEST(Downtime, IsTheLastAndCountsFromTheFirstTry) {
  const Plan plan = WithCutover();
  Ledger ledger{.lines = {Step(LedgerEvent::kStepBegan, "command freeze", 10),
                          Step(LedgerEvent::kStepBegan, "command freeze", 20)}};
  EXPECT_EQ(DowntimeIn(ledger, plan).since, "2026-02-20T10:00:00.000Z");
  EXPECT_EQ(DowntimeIn(ledger, plan).took, std::nullopt);
  ledger.lines.push_back(Step(LedgerEvent::kStepDone, kUndoneStep, 30));
  EXPECT_EQ(DowntimeIn(ledger, plan).took, seconds(20));
  EXPECT_TRUE(DowntimeIn(ledger, plan).is_undone);
  ledger.lines.push_back(Step(LedgerEvent::kStepBegan, "command freeze", 50));
  ledger.lines.push_back(Step(LedgerEvent::kStepDone, "command switch", 55));
  EXPECT_EQ(DowntimeIn(ledger, plan).took, seconds(5));
  EXPECT_EQ(DowntimeIn(ledger, plan).since, "");
  EXPECT_FALSE(DowntimeIn(ledger, plan).is_undone);
  EXPECT_EQ(DowntimeIn(ledger, Plan()).took, std::nullopt);
}

}  // namespace
}  // namespace gonogo
