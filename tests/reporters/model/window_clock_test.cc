// The clock of the window: what it says at which time, and what it doesn't know.
#include "reporters/model/window_clock.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/golden/sample_run.h"

namespace gonogo {
namespace {

using std::chrono::minutes;

// A window from 22:00 to 02:00, seen at `now`.
RunReport At(const std::string& now, std::vector<Phase> left,
             std::map<Phase, std::chrono::milliseconds> took) {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}});
  report.evidence.run.window = Window{"2026-02-21T22:00:00.000Z", "2026-02-22T02:00:00.000Z"};
  report.finished = now;
  report.plan.stages = {Phase::kVerify, Phase::kCutover, Phase::kFinalize, Phase::kRollback};
  report.left = std::move(left);
  report.rehearsed = RehearsedTimes{.unknown = "",
                                    .ledger = "rehearsal/ledger.jsonl",
                                    .at = "2026-02-20T10:00:00.000Z",
                                    .took = std::move(took)};
  return report;
}

// Returns the text of a line, with "LATE " before it if it is.
std::string Line(const RunReport& report, const std::string& label) {
  for (const ClockLine& line : ClockLines(report)) {
    if (line.label == label) return (line.is_late ? "LATE " : "") + line.text;
  }
  return "no such line";
}

TEST(WindowClock, SaysWhenToTurnBack) {
  const RunReport report = At("2026-02-21T23:00:00.000Z", {Phase::kVerify, Phase::kCutover},
                              {{Phase::kVerify, minutes(20)},
                               {Phase::kCutover, minutes(5)},
                               {Phase::kRollback, minutes(15)}});
  EXPECT_EQ(Line(report, "window"),
            "2026-02-21 22:00:00 UTC to 2026-02-22 02:00:00 UTC, 4 h 0 min");
  EXPECT_EQ(Line(report, "now"), "2026-02-21 23:00:00 UTC: 3 h 0 min of the window are left");
  EXPECT_EQ(Line(report, "turn back by"),
            "2026-02-22 01:45:00 UTC, in 2 h 45 min: the way back took 15 min 0 s when it was "
            "rehearsed");
  EXPECT_EQ(Line(report, "left to do"),
            "verify 20 min 0 s, cutover 5 min 0 s; ends 2026-02-21 23:25:00 UTC at the earliest, "
            "without waits for people");
  EXPECT_EQ(Line(report, "rehearsal"), "2026-02-20 10:00:00 UTC, rehearsal/ledger.jsonl");
}

TEST(WindowClock, SaysThatItIsTooLate) {
  const std::map<Phase, std::chrono::milliseconds> took = {{Phase::kCutover, minutes(10)},
                                                           {Phase::kRollback, minutes(15)}};
  const RunReport before = At("2026-02-22T01:40:00.000Z", {Phase::kCutover}, took);
  EXPECT_EQ(Line(before, "turn back by"),
            "2026-02-22 01:45:00 UTC, in 5 min 0 s: the way back took 15 min 0 s when it was "
            "rehearsed");
  EXPECT_EQ(Line(before, "left to do"),
            "LATE cutover 10 min 0 s; ends 2026-02-22 01:50:00 UTC at the earliest, without waits "
            "for people: too late to turn back");
  const RunReport after = At("2026-02-22T01:55:00.000Z", {Phase::kCutover}, took);
  EXPECT_EQ(Line(after, "turn back by"),
            "LATE 2026-02-22 01:45:00 UTC, 10 min 0 s ago: the way back took 15 min 0 s when it "
            "was rehearsed");
  EXPECT_EQ(Line(after, "left to do"),
            "LATE cutover 10 min 0 s; ends 2026-02-22 02:05:00 UTC at the earliest, without waits "
            "for people: after the window");
  const RunReport over = At("2026-02-22T03:00:00.000Z", {}, took);
  EXPECT_EQ(Line(over, "now"), "LATE 2026-02-22 03:00:00 UTC: the window ended 1 h 0 min ago");
  EXPECT_EQ(Line(over, "left to do"), "nothing up to the cutover");
}

// Before the window, what is left begins with it.
TEST(WindowClock, CountsFromTheBeginOfTheWindow) {
  const RunReport report =
      At("2026-02-21T20:00:00.000Z", {Phase::kCutover}, {{Phase::kCutover, minutes(5)}});
  EXPECT_EQ(Line(report, "now"), "2026-02-21 20:00:00 UTC: the window begins in 2 h 0 min");
  EXPECT_EQ(ClockOf(report)->done, ParseUtc("2026-02-21T22:05:00.000Z"));
}

TEST(WindowClock, NeverGuesses) {
  RunReport report = At("2026-02-21T23:00:00.000Z", {Phase::kVerify, Phase::kCutover},
                        {{Phase::kVerify, minutes(20)}});
  EXPECT_EQ(Line(report, "turn back by"), "not rehearsed: no time is known for the way back");
  EXPECT_EQ(Line(report, "left to do"),
            "verify 20 min 0 s; not rehearsed: no time is known for cutover");
  report.rehearsed = RehearsedTimes{.unknown = "rehearsal/ledger.jsonl doesn't exist"};
  EXPECT_EQ(Line(report, "left to do"), "not rehearsed: no time is known for verify, cutover");
  EXPECT_EQ(Line(report, "rehearsal"), "rehearsal/ledger.jsonl doesn't exist");
  std::erase(report.plan.stages, Phase::kRollback);
  EXPECT_EQ(Line(report, "turn back by"), "the plan has no stage rollback");
  report.left = std::nullopt;
  report.rehearsed = std::nullopt;
  report.finished = "";
  report.evidence.run.started = "";
  EXPECT_EQ(Line(report, "turn back by"), "unknown: only the plan names the rehearsal");
  EXPECT_EQ(Line(report, "left to do"), "unknown: only the ledger of the migration has it");
  EXPECT_EQ(Line(report, "now"), "the evidence has no time");
  report.evidence.run.window = std::nullopt;
  EXPECT_TRUE(ClockLines(report).empty());
}

// A page of a run that broke off doesn't go on counting.
TEST(WindowClock, TakesTheLastTimeOfTheEvidenceForNow) {
  RunReport report = At("", {}, {});
  report.evidence.run.started = "2026-02-21T22:30:00.000Z";
  report.ledger.lines = {{.at = "2026-02-21T22:40:00.000Z"}};
  EXPECT_EQ(ClockOf(report)->now, ParseUtc("2026-02-21T22:40:00.000Z"));
  report.finished = "2026-02-21T22:50:00.000Z";
  EXPECT_EQ(ClockOf(report)->now, ParseUtc("2026-02-21T22:50:00.000Z"));
}

LedgerLine Began(Phase stage, int second, const std::string& digest,
                 const std::string& plan = "shop") {
  return {.event = LedgerEvent::kStageBegan,
          .stage = stage,
          .at = "2026-02-20T10:00:00.000Z",
          .offset = std::chrono::seconds(second),
          .details = {{"plan", plan}, {"plan_digest", digest}}};
}

LedgerLine Ended(Phase stage, int second, int status) {
  return {.event = LedgerEvent::kStageEnded,
          .stage = stage,
          .at = "2026-02-20T10:01:00.000Z",
          .offset = std::chrono::seconds(second),
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
  EXPECT_EQ(times.took,
            (std::map<Phase, std::chrono::milliseconds>{{verify, std::chrono::seconds(2)}}));
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

}  // namespace
}  // namespace gonogo
