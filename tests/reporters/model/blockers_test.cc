// What prevents GO, by cause.
#include "reporters/model/blockers.h"

#include <gtest/gtest.h>

#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

std::vector<std::string> CausesIn(const std::vector<Blocker>& blockers) {
  std::vector<std::string> causes;
  for (const Blocker& one : blockers) causes.push_back(one.cause);
  return causes;
}

RunReport OnlyHeader() {
  RunHeader header = SampleHeader();
  header.servers.clear();
  return ReportOn({.run = header, .cases = {}});
}

TEST(Blockers, HaveTheCommandThatLooksAgain) {
  RunReport report = SampleReport();
  EXPECT_EQ(BlockersOf(report).failed.front().command,
            "gonogo rehearse --plan 'plans/moving day.json' --check row_count");
  report.evidence.run.servers.clear();
  EXPECT_EQ(BlockersOf(report).failed.front().command,
            "gonogo run verify --plan 'plans/moving day.json' --check row_count");
}

TEST(Blockers, SaySinceWhenTheyAreRed) {
  EXPECT_EQ(BlockersOf(SampleReport()).failed.front().since, "2025-12-31T23:00:00.000Z");
}

// The plan and its records may be well while a step of the stage failed.
TEST(Blockers, BeginWithWhatTheStageSays) {
  RunReport report = SampleReport();
  report.stage = StageEnd{Phase::kGate, "NO-GO", {"command freeze: exit status 1"}};
  EXPECT_EQ(CausesIn(BlockersOf(report).failed).front(), "command freeze: exit status 1");
  report.stage->outcome = "interrupted";
  EXPECT_EQ(CausesIn(BlockersOf(report).untold).front(), "command freeze: exit status 1");
}

TEST(Blockers, AreCasesThatDidNotRun) {
  const Blockers blockers = BlockersOf(OnlyHeader());
  EXPECT_TRUE(blockers.failed.empty());
  ASSERT_EQ(blockers.untold.size(), 1U);
  EXPECT_EQ(blockers.untold.front().members.size(), SampleHeader().declared.size());
}

TEST(Blockers, AreWhatMakesTheRunDoubtful) {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}, .contradictions = {"edited"}});
  report.doubts = {"the run broke off"};
  const auto untold = CausesIn(BlockersOf(report).untold);
  EXPECT_EQ(untold.at(0), "the run broke off");
  EXPECT_EQ(untold.at(1), "edited");
}

TEST(Blockers, AreACaseThatThePlanDoesNotDeclare) {
  const RunReport report =
      ReportOn({.run = SampleHeader(), .cases = {{.check = "own", .subject = "public.users"}}});
  EXPECT_EQ(CausesIn(BlockersOf(report).failed).front(),
            "own.public.users ran, but the plan does not declare it");
}

}  // namespace
}  // namespace gonogo
