// What follows from the evidence, and what changed since the run before.
#include "reporters/model/run_report.h"

#include <gtest/gtest.h>

#include "reporters/model/tables.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

using Names = std::vector<std::string>;

Evidence OneCase(const Outcome& outcome) {
  RunHeader header = SampleHeader();
  header.declared = {{"row_count", "public.users", Phase::kVerify, Severity::kRequired}};
  return {.run = header,
          .cases = {{.check = "row_count", .subject = "public.users", .outcome = outcome}}};
}

TEST(RunReport, IsNoGoAsLongAsSomethingIsDoubtful) {
  RunReport report = ReportOn(OneCase({.examined = 1}));
  EXPECT_EQ(HeadlineOf(report), "GO");
  EXPECT_TRUE(report.IsGo());
  report.doubts = {"the run broke off"};
  EXPECT_EQ(HeadlineOf(report), "NO VERDICT");
  EXPECT_FALSE(report.IsGo());
}

TEST(RunReport, IsNoGoIfTheStageIs) {
  RunReport report = ReportOn(OneCase({.examined = 1}));
  report.stage = StageEnd{Phase::kVerify, "NO-GO", {"took 9 ms"}};
  EXPECT_EQ(HeadlineOf(report), "NO-GO");
  EXPECT_FALSE(report.IsGo());
}

TEST(RunReport, KeepsSinceWhenACaseIsRed) {
  const Evidence red = OneCase({.examined = 1, .findings = {{"public.users", "1", "2"}}});
  EXPECT_EQ(RedSinceOf(red, nullptr), (RedSince{{"row_count.public.users", red.run.started}}));
  const EarlierRun earlier{.run = "r",
                           .started = "",
                           .text = "",
                           .cases = {"row_count.public.users"},
                           .red = {{"row_count.public.users", "2025"}}};
  EXPECT_EQ(RedSinceOf(red, &earlier).at("row_count.public.users"), "2025");
  EXPECT_TRUE(RedSinceOf(OneCase({.examined = 1}), &earlier).empty());
  EXPECT_EQ(RedSinceOf({.run = red.run, .cases = {}}, nullptr).size(), 1U) << "it didn't run";
}

TEST(RunReport, SaysWhatChanged) {
  const RunReport report = SampleReport();
  const Changes changes = ChangesSince(*report.earlier, report.evidence);
  EXPECT_EQ(changes.turned_red, Names{"enum_order.public.status"});
  EXPECT_EQ(changes.turned_green, Names{"row_count.public.users"});
  EXPECT_EQ(changes.gone, Names{"old.public.gone"});
  EXPECT_EQ(changes.added.size(), 5U);
}

TEST(RunReport, ReadsTheRoundsOfDualWrite) {
  const auto rounds = ParseDrift(
      "{\"round\":1,\"at\":\"t\",\"compared\":2,\"drift\":{\"a\":{\"missing\":1,\"extra\":2,"
      "\"different\":3,\"lagged\":4},\"b\":{\"error\":\"no right\"}}}\n{\"round\":2,\"cut");
  ASSERT_EQ(rounds.size(), 1U);
  EXPECT_EQ(rounds.front().differ, 6);
  EXPECT_EQ(rounds.front().lagged, 4);
  EXPECT_EQ(rounds.front().errors, 1);
}

TEST(RunReport, PutsTheLargestDifferenceFirst) {
  Evidence evidence = OneCase({.examined = 1});
  const auto add = [&](const std::string& relation, int source, int target) {
    evidence.cases.push_back({.check = "row_count", .subject = relation});
    evidence.cases.back().outcome.measured = {{"relation", relation},
                                              {"method", "exact"},
                                              {"source_rows", source},
                                              {"target_rows", target}};
  };
  add("equal", 5, 5);
  add("more", 5, 6);
  add("fewer", 50, 5);
  add("changed", 5, 5);
  evidence.cases.back().outcome.measured["contents"] = {{"relation", "changed"},
                                                        {"what", "1 row differs"}};
  Names names;
  for (const RelationRows& one : RowsOf(evidence)) names.push_back(one.relation);
  EXPECT_EQ(names, (Names{"fewer", "more", "changed", "equal"}));
}

TEST(RunReport, SaysOfAWaiverWhetherItIsUsed) {
  const Evidence evidence{.run = SampleHeader(), .cases = SampleCases()};
  Names states;
  for (const WaiverUse& use : WaiversOf(evidence)) states.push_back(use.state);
  EXPECT_EQ(states, (Names{"accepts 1 finding", "expired on 2026-01-01"}));
}

TEST(RunReport, KnowsWhatHasNotEnded) {
  const auto stretches = TimelineOf(SampleLedger());
  Names outcomes;
  for (const Stretch& one : stretches) outcomes.push_back(one.outcome);
  EXPECT_EQ(outcomes, (Names{"NO-GO", "failed", "", "has not ended"}));
  EXPECT_EQ(stretches.at(1).end - stretches.at(1).begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace gonogo
