// What a ledger says of times: those of stages that ended GO, and the downtime.
#include "reporters/model/rehearsed_times.h"

#include <gtest/gtest.h>

#include <vector>

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
                          Step(LedgerEvent::kStepDone, "command freeze", 11),
                          Step(LedgerEvent::kStepBegan, "command switch", 20),
                          Step(LedgerEvent::kStepDone, "command switch", 30, 1),
                          Step(LedgerEvent::kStepDone, "command switch", 40),
                          Ended(Phase::kCutover, 100, 0)}};
  const RehearsedTimes times = TimesIn(ledger, "ledger.jsonl", plan);
  EXPECT_EQ(times.took.at(Phase::kCutover), seconds(100));
  EXPECT_EQ(times.counts.at(Phase::kCutover), seconds(60));  // 40 s, one and a half times
  EXPECT_EQ(times.downtime, seconds(45));
  ledger.lines.erase(ledger.lines.begin() + 5);  // now the switch has only failed
  EXPECT_FALSE(TimesIn(ledger, "ledger.jsonl", plan).counts.contains(Phase::kCutover));
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).lacks.at(Phase::kCutover), "switch");
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).downtime, std::nullopt);
}

// Returns the lines of a command that begins then and takes that long.
std::vector<LedgerLine> Command(const std::string& name, int second, int took, int status = 0) {
  return {Step(LedgerEvent::kStepBegan, "command " + name, second),
          Step(LedgerEvent::kStepDone, "command " + name, second + took, status)};
}

Ledger LedgerOf(const std::vector<std::vector<LedgerLine>>& parts) {
  Ledger ledger;
  for (const auto& part : parts) ledger.lines.insert(ledger.lines.end(), part.begin(), part.end());
  return ledger;
}

std::chrono::milliseconds CountsOfCutover(const Ledger& ledger, const Plan& plan) {
  return TimesIn(ledger, "ledger.jsonl", plan).counts.at(Phase::kCutover);
}

TEST(RehearsedTimes, CountWhatThePlanWaitsBesidesTheRest) {
  Plan plan = WithCutover();
  plan.window_terms->no_return.command = "settle";
  const auto rehearsed = [](int settle) {
    return LedgerOf({{Began(Phase::kCutover, 0, "new")},
                     Command("freeze", 10, 20),
                     Command("switch", 30, 70),
                     Command("settle", 100, settle),
                     {Ended(Phase::kCutover, 100 + settle, 0)}});
  };
  // 5,000 s besides 102 s, one and a half times.
  EXPECT_EQ(CountsOfCutover(rehearsed(2), plan), seconds(5153));
  EXPECT_EQ(CountsOfCutover(rehearsed(5000), plan), seconds(7650));  // nothing was shortened
}

TEST(RehearsedTimes, CountWhatThePlanWaitsInTheDowntime) {
  Plan plan = WithCutover();
  plan.window_terms->downtime->until.command = "settle";
  const Ledger ledger = LedgerOf({{Began(Phase::kCutover, 0, "new")},
                                  Command("freeze", 10, 20),
                                  Command("switch", 30, 70),
                                  Command("settle", 100, 2),
                                  {Ended(Phase::kCutover, 102, 0)}});
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).downtime, seconds(5138));  // and 92 s
}

// The last run did only what was left.
TEST(RehearsedTimes, CountTheRunsThatWereBrokenOff) {
  Plan plan = WithCutover();
  plan.window_terms->margin_percent = 100;
  const std::vector<LedgerLine> killed = {Began(Phase::kCutover, 0, "new")};
  const auto resumed = [&](const std::vector<LedgerLine>& between) {
    return LedgerOf({killed,
                     Command("freeze", 10, 90),
                     between,
                     {Began(Phase::kCutover, 500, "new")},
                     Command("freeze", 500, 1),
                     Command("switch", 501, 9),
                     Command("settle", 510, 5000),
                     {Ended(Phase::kCutover, 5510, 0)}});
  };
  EXPECT_EQ(CountsOfCutover(resumed({}), plan), seconds(110));
  EXPECT_EQ(CountsOfCutover(resumed({Ended(Phase::kCutover, 200, 1)}), plan), seconds(210));
  EXPECT_EQ(TimesIn(resumed({}), "ledger.jsonl", plan).took.at(Phase::kCutover), seconds(5110));
  // What was taken back, or must be done again, was done again.
  EXPECT_EQ(CountsOfCutover(resumed({Step(LedgerEvent::kStepDone, kUndoneStep, 101),
                                     Ended(Phase::kCutover, 102, 1)}),
                            plan),
            seconds(10));
  EXPECT_EQ(
      CountsOfCutover(
          resumed({Began(Phase::kRollback, 101, "new"), Ended(Phase::kRollback, 110, 0)}), plan),
      seconds(10));
  EXPECT_EQ(CountsOfCutover(
                resumed({Began(Phase::kVerify, 101, "new"), Ended(Phase::kVerify, 110, 0)}), plan),
            seconds(10));
}

// The switch isn't repeated, or if so, the first one counts.
TEST(RehearsedTimes, CountUpToAPointThatAnEarlierRunReached) {
  Plan plan = WithCutover();
  plan.window_terms->margin_percent = 100;
  Ledger ledger = LedgerOf({{Began(Phase::kCutover, 0, "new")},
                            Command("freeze", 10, 20),
                            Command("switch", 30, 10),
                            Command("settle", 100, 2, 1),
                            {Ended(Phase::kCutover, 102, 1), Began(Phase::kCutover, 500, "new")},
                            Command("switch", 500, 1),
                            Command("settle", 600, 5000),
                            {Ended(Phase::kCutover, 5600, 0)}});
  EXPECT_EQ(CountsOfCutover(ledger, plan), seconds(40));
}

TEST(RehearsedTimes, OfCopiesAndBackupsThatAreDoneAlreadyCount) {
  Plan plan = WithCutover();
  const auto rows = [](int second) {
    return LedgerLine{.event = LedgerEvent::kStepDone,
                      .stage = Phase::kBackfill,
                      .step = "rows of users to users",
                      .offset = seconds(second),
                      .details = Json::object()};
  };
  LedgerLine reused = Ended(Phase::kPreflight, 2002, 0);
  reused.details["facts"]["backup"] = ToJson(BackupFacts{.reused = true});
  const Ledger ledger =
      LedgerOf({{Began(Phase::kPreflight, 0, "new"), Ended(Phase::kPreflight, 300, 1),
                 Began(Phase::kBackfill, 1000, "new"), rows(1900), Ended(Phase::kBackfill, 1901, 0),
                 Began(Phase::kPreflight, 2000, "new"), reused,
                 Began(Phase::kBackfill, 2010, "new"), Ended(Phase::kBackfill, 2011, 0)}});
  const auto took = TimesIn(ledger, "ledger.jsonl", plan).took;
  EXPECT_EQ(took.at(Phase::kPreflight), seconds(302));
  EXPECT_EQ(took.at(Phase::kBackfill), seconds(902));
}

TEST(RehearsedTimes, OfRollbacksOneAfterTheOtherAreNotAddedUp) {
  const Plan plan = WithCutover();
  const auto command = [](int second) {
    LedgerLine line = Step(LedgerEvent::kStepDone, "command back", second);
    line.stage = Phase::kRollback;
    return line;
  };
  const Ledger ledger =
      LedgerOf({{Began(Phase::kRollback, 0, "new"), command(1), Ended(Phase::kRollback, 10, 0),
                 Began(Phase::kRollback, 20, "new"), command(21), Ended(Phase::kRollback, 30, 0)}});
  EXPECT_EQ(TimesIn(ledger, "ledger.jsonl", plan).took.at(Phase::kRollback), seconds(10));
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
  // After a rollback the application writes again.
  ledger.lines.push_back(Step(LedgerEvent::kStepBegan, "command freeze", 60));
  ledger.lines.push_back(Ended(Phase::kRollback, 70, 1));
  EXPECT_EQ(DowntimeIn(ledger, plan).took, std::nullopt);
  ledger.lines.push_back(Ended(Phase::kRollback, 80, 0));
  EXPECT_EQ(DowntimeIn(ledger, plan).took, seconds(20));
  EXPECT_TRUE(DowntimeIn(ledger, plan).is_undone);
}

}  // namespace
}  // namespace gonogo
