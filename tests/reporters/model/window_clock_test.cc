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
  report.plan.window = WindowTerms{.no_return = {Phase::kCutover, "switch"}};
  report.left = std::move(left);
  report.rehearsed = RehearsedTimes{.unknown = "",
                                    .ledger = "rehearsal/ledger.jsonl",
                                    .at = "2026-02-20T10:00:00.000Z",
                                    .counts = std::move(took)};
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
            "2026-02-22 01:45:00 UTC, in 2 h 45 min: the way back takes 15 min 0 s");
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
            "2026-02-22 01:45:00 UTC, in 5 min 0 s: the way back takes 15 min 0 s");
  EXPECT_EQ(Line(before, "left to do"),
            "LATE cutover 10 min 0 s; ends 2026-02-22 01:50:00 UTC at the earliest, without waits "
            "for people: too late to turn back");
  const RunReport after = At("2026-02-22T01:55:00.000Z", {Phase::kCutover}, took);
  EXPECT_EQ(Line(after, "turn back by"),
            "LATE 2026-02-22 01:45:00 UTC, 10 min 0 s ago: the way back takes 15 min 0 s");
  EXPECT_EQ(Line(after, "left to do"),
            "LATE cutover 10 min 0 s; ends 2026-02-22 02:05:00 UTC at the earliest, without waits "
            "for people: after the window");
  const RunReport over = At("2026-02-22T03:00:00.000Z", {}, took);
  EXPECT_EQ(Line(over, "now"), "LATE 2026-02-22 03:00:00 UTC: the window ended 1 h 0 min ago");
  EXPECT_EQ(Line(over, "left to do"), "nothing up to the point of no return, cutover.switch");
}

// Before the window, what needs it begins with it.
TEST(WindowClock, CountsFromTheBeginOfTheWindow) {
  const RunReport report =
      At("2026-02-21T20:00:00.000Z", {Phase::kCutover}, {{Phase::kCutover, minutes(5)}});
  EXPECT_EQ(Line(report, "now"), "2026-02-21 20:00:00 UTC: the window begins in 2 h 0 min");
  EXPECT_EQ(ClockOf(report)->done, ParseUtc("2026-02-21T22:05:00.000Z"));
  // Verify is done until then, so the picture of the window doesn't have it.
  const auto left = ClockOf(At("2026-02-21T20:00:00.000Z", {Phase::kVerify, Phase::kCutover},
                               {{Phase::kVerify, minutes(20)}, {Phase::kCutover, minutes(5)}}))
                        ->left;
  EXPECT_EQ(left.at(0).begins, ParseUtc("2026-02-21T20:00:00.000Z"));
  EXPECT_EQ(left.at(1).begins, ParseUtc("2026-02-21T22:00:00.000Z"));
}

TEST(WindowClock, SaysTheDowntime) {
  RunReport report = At("2026-02-21T23:00:30.000Z", {}, {});
  report.plan.window->downtime = Downtime{.budget = minutes(1)};
  EXPECT_EQ(Line(report, "downtime"), "not rehearsed: no time is known, of at most 1 min 0 s");
  report.rehearsed->downtime = minutes(2);
  EXPECT_EQ(Line(report, "downtime"), "LATE takes 2 min 0 s, of at most 1 min 0 s");
  report.downtime.since = "2026-02-21T23:00:00.000Z";
  EXPECT_EQ(Line(report, "downtime"),
            "since 2026-02-21 23:00:00 UTC, 30.0 s so far, of at most 1 min 0 s");
  report.downtime = {.took = minutes(1)};
  EXPECT_EQ(Line(report, "downtime"), "1 min 0 s, of at most 1 min 0 s");
  report.downtime = {.took = minutes(2), .is_undone = true};
  EXPECT_EQ(Line(report, "downtime"), "LATE 2 min 0 s, of at most 1 min 0 s; it was taken back");
  report.evidence.run.window = std::nullopt;  // without a window it is measured, too
  EXPECT_EQ(Line(report, "downtime"), "LATE 2 min 0 s, of at most 1 min 0 s; it was taken back");
}

TEST(WindowClock, SaysWhatCountsForARehearsedTime) {
  RunReport report = At("2026-02-21T23:00:00.000Z", {}, {});
  report.rehearsed->margin_percent = 150;
  EXPECT_EQ(Line(report, "rehearsal"),
            "2026-02-20 10:00:00 UTC, rehearsal/ledger.jsonl; its times count 150 %");
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

}  // namespace
}  // namespace gonogo
