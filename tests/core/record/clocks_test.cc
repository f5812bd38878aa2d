// Which clock decides, and which clocks and times can't be relied on.
#include "core/record/clocks.h"

#include <gtest/gtest.h>

#include "core/record/verdict.h"

namespace gonogo {
namespace {

constexpr const char* kStarted = "2026-02-21T09:30:00.000Z";

RunHeader RunWith(const std::string& source_clock, std::chrono::milliseconds source_ahead,
                  const std::string& target_clock, std::chrono::milliseconds target_ahead) {
  RunHeader run;
  run.started = kStarted;
  Server source{.side = "source", .error = ""};
  source.clock = source_clock;
  source.clock_ahead = source_ahead;
  Server target{.side = "target", .error = ""};
  target.clock = target_clock;
  target.clock_ahead = target_ahead;
  run.servers = {source, target};
  return run;
}

using std::chrono::milliseconds;

TEST(Clocks, TheLatestOfTheThreeDecides) {
  EXPECT_EQ(LatestTime(RunWith("", {}, "", {})), kStarted);
  EXPECT_EQ(LatestTime(RunWith("2026-02-21T09:29:00.000Z", {}, "", {})), kStarted);
  EXPECT_EQ(LatestTime(RunWith("2028-02-21T09:30:00.000Z", {}, "2027-02-21T09:30:00.000Z", {})),
            "2028-02-21T09:30:00.000Z");
  EXPECT_EQ(LatestTime(RunWith("2026-02-21T09:30:00.000Z", {}, "2027-02-21T09:30:00.000Z", {})),
            "2027-02-21T09:30:00.000Z");
}

TEST(Clocks, ThatDifferByMoreThanAMinuteAreFindings) {
  EXPECT_TRUE(ClockFindings(RunWith("", milliseconds(60'000), "", milliseconds(-60'000))).empty());
  EXPECT_EQ(ClockFindings(RunWith("", milliseconds(60'001), "", milliseconds(-90'000'000))),
            (std::vector<std::string>{
                "clock of the source: have 1 min ahead of this host's, want at most 1 min: set the "
                "clocks",
                "clock of the target: have 25 h 0 min behind this host's, want at most 1 min: set "
                "the clocks"}));
}

TEST(Clocks, ThatDifferByMoreThanAFewSecondsAreRemarks) {
  EXPECT_TRUE(ClockRemarks(RunWith("", milliseconds(5'000), "", milliseconds(60'001))).empty());
  EXPECT_EQ(ClockRemarks(RunWith("", milliseconds(6'000), "", {})),
            std::vector<std::string>{"clock of the source: have 6 s ahead of this host's"});
}

TEST(Clocks, ThatDifferMakeTheVerdictNoGo) {
  Evidence evidence;
  evidence.run = RunWith("", {}, "", milliseconds(120'000));
  evidence.run.declared = {{.check = "rows", .subject = "a"}};
  evidence.cases = {{.check = "rows", .subject = "a", .outcome = {.examined = 1}}};
  EXPECT_EQ(Judge(evidence).decision, Decision::kNoGo);
  evidence.run.servers[1].clock_ahead = {};
  EXPECT_EQ(Judge(evidence).decision, Decision::kGo);
}

TEST(Clocks, OfAServerDecideWhetherAWaiverHasExpired) {
  Evidence evidence;
  evidence.run = RunWith("", {}, "2026-02-22T00:00:00.000Z", {});
  evidence.run.declared = {{.check = "rows", .subject = "a"}};
  evidence.run.waivers = {{"rows", "a", "rebuilt", "the team", "2026-02-21", "*"}};
  evidence.cases = {
      {.check = "rows", .subject = "a", .outcome = {.examined = 1, .findings = {{"a", "1", "2"}}}}};
  EXPECT_EQ(Judge(evidence).decision, Decision::kNoGo);
  evidence.run.servers[1].clock = "2026-02-21T23:59:59.999Z";
  EXPECT_EQ(Judge(evidence).decision, Decision::kGo);
}

Evidence EvidenceOf(const std::vector<std::string>& starts) {
  Evidence evidence;
  evidence.run.started = kStarted;
  for (const std::string& start : starts) {
    evidence.cases.push_back(
        {.check = "rows", .subject = std::to_string(evidence.cases.size()), .started = start});
  }
  return evidence;
}

TEST(Times, OfCasesAreInOrder) {
  EXPECT_TRUE(BackwardTimes(EvidenceOf({})).empty());
  EXPECT_TRUE(BackwardTimes(EvidenceOf({"2026-02-21T09:29:00.000Z", "2026-02-21T09:31:00.000Z",
                                        "2026-02-21T09:30:00.000Z"}))
                  .empty())
      << "within a minute";
  EXPECT_EQ(BackwardTimes(EvidenceOf({"2026-02-21T09:28:59.999Z"})),
            std::vector<std::string>{"rows.0 began at 2026-02-21T09:28:59.999Z, before the run at "
                                     "2026-02-21T09:30:00.000Z: a clock was set back"});
  EXPECT_EQ(BackwardTimes(EvidenceOf({"2026-02-21T09:40:00.000Z", "2026-02-21T09:38:00.000Z"})),
            std::vector<std::string>{"rows.1 began at 2026-02-21T09:38:00.000Z, before rows.0 at "
                                     "2026-02-21T09:40:00.000Z: a clock was set back"});
  EXPECT_EQ(BackwardTimes(EvidenceOf({"soon"})).size(), 1U);
}

TEST(DurationText, HasTheTwoLargestUnits) {
  EXPECT_EQ(DurationText(milliseconds(4'999)), "4 s");
  EXPECT_EQ(DurationText(milliseconds(120'000)), "2 min");
  EXPECT_EQ(DurationText(milliseconds(59'907'600'000)), "16641 h 0 min");
}

}  // namespace
}  // namespace gonogo
