// What waivers change in a verdict, and what they can't change.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/record/verdict.h"
#include "tests/core/record/small_run.h"

namespace gonogo {
namespace {

TEST(Verdict, IsGoIfEveryFailureIsWaivedAndNamesTheOwner) {
  const SmallRun run = SmallRun().Declares("rows.users").Fails("rows.users");
  const Verdict verdict = SmallRun(run).Waives(PlanWaiver("users")).Judged();
  EXPECT_EQ(VerdictText(verdict),
            "GO\nremark: WAIVED rows.users: users: have 1 row, want 2 rows; accepted by the team "
            "until 2026-02-21: rebuilt at night\n");
  EXPECT_EQ(Counts(verdict), "0 passed, 0 failed, 0 errors, 0 not run, 1 waived");
  EXPECT_EQ(run.Judged().decision, Decision::kNoGo);
}

TEST(Verdict, IsGoIfACaseThatWaitsForAPersonIsWaived) {
  const Verdict verdict =
      SmallRun().Declares("rows.dba").Waits("rows.dba").Waives(PlanWaiver("*")).Judged();
  EXPECT_EQ(VerdictText(verdict),
            "GO\nremark: WAIVED rows.dba: nobody has signed it; accepted by the team until "
            "2026-02-21: rebuilt at night\n");
  EXPECT_EQ(Counts(verdict), "0 passed, 0 failed, 0 errors, 0 not run, 1 waived");
}

TEST(Verdict, NeverWaivesAnError) {
  const SmallRun run = SmallRun().Declares("rows.users").Waives(PlanWaiver("*"));
  const std::string unused =
      "remark: waiver of rows.*, findings like * is unused: no finding needed it (accepted by "
      "the team until 2026-02-21: rebuilt at night)\n";
  EXPECT_EQ(VerdictText(SmallRun(run).Errs("rows.users", "denied").Judged()),
            "NO-GO (could not decide)\nERROR rows.users: denied\n" + unused);
  EXPECT_EQ(VerdictText(SmallRun(run).ExaminesNothing("rows.users").Judged()),
            "NO-GO (could not decide)\nERROR rows.users: examined nothing\n" + unused);
}

// There may be more findings than those before the connection was lost.
TEST(Verdict, NeverWaivesAnErrorThatFollowsAFinding) {
  Evidence evidence;
  evidence.run.started = "2026-02-21T09:30:00.000Z";
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.run.waivers = {PlanWaiver("users")};
  evidence.cases = {{.check = "rows",
                     .subject = "users",
                     .outcome = {1, {{"users", "1", "2"}}, {}},
                     .error = CaseError{"lost", ""}}};
  EXPECT_EQ(Judge(evidence).decision, Decision::kUndecided);
}

TEST(Verdict, NeverWaivesACaseThatDidNotRun) {
  const Verdict verdict = SmallRun().Declares("rows.users").Waives(PlanWaiver("*")).Judged();
  EXPECT_EQ(verdict.decision, Decision::kUndecided);
  EXPECT_EQ(verdict.reasons, std::vector<std::string>{"rows.users did not run"});
}

TEST(Verdict, NeverWaivesACaseThatRanTwice) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Fails("rows.users")
                              .Fails("rows.users")
                              .Waives(PlanWaiver("*"))
                              .Judged();
  EXPECT_EQ(verdict.decision, Decision::kNoGo);
}

TEST(Verdict, ReportsAnExpiredWaiverAndDoesNotApplyIt) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Fails("rows.users")
                              .Waives(PlanWaiver("users", "2026-02-20"))
                              .Judged();
  EXPECT_EQ(
      VerdictText(verdict),
      "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
      "remark: waiver of rows.users, findings like * expired on 2026-02-20 (accepted by the team until "
      "2026-02-20: rebuilt at night)\n");
}

TEST(Verdict, DoesNotApplyAWaiverForAnotherVersionOfThePlan) {
  Waiver waiver = PlanWaiver("users");
  waiver.at = "2026-02-01T00:00:00.000Z";
  waiver.plan_digest = "another";
  const SmallRun run = SmallRun().Declares("rows.users").Fails("rows.users");
  EXPECT_EQ(
      VerdictText(SmallRun(run).Waives(waiver).Judged()),
      "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
      "remark: waiver of rows.users, findings like * is of another version of the plan (sha256 another) and "
      "does not apply (accepted by the team until 2026-02-21: rebuilt at night)\n");
  waiver.plan_digest = "this";
  EXPECT_EQ(SmallRun(run).Waives(waiver).Judged().decision, Decision::kGo);
}

TEST(Verdict, WaivesOnlyTheNamedSubjects) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("rows.user_keys")
                              .Declares("sums.users")
                              .Fails("rows.users")
                              .Fails("rows.user_keys")
                              .Fails("sums.users")
                              .Waives(PlanWaiver("user_*"))
                              .Judged();
  EXPECT_EQ(verdict.decision, Decision::kNoGo);
  EXPECT_EQ(Counts(verdict), "0 passed, 2 failed, 0 errors, 0 not run, 1 waived");
}

const std::vector<Finding> kTwoFindings = {{"reader", "SELECT", "none"}, {"PUBLIC", "ALL", "none"}};

Waiver WaiverOfFindings(const std::string& pattern) {
  Waiver waiver = PlanWaiver("users");
  waiver.finding = pattern;
  return waiver;
}

Waiver WaiverAsSeen(const std::vector<std::string>& texts) {
  Waiver waiver = WaiverOfFindings("");
  waiver.seen_in = "r1";
  for (const std::string& text : texts) {
    waiver.seen.push_back(FindingDigest("rows", "users", text));
  }
  std::sort(waiver.seen.begin(), waiver.seen.end());
  return waiver;
}

// A case of a whole database may find anything later.
TEST(Verdict, IsNoGoForWhatNoWaiverAccepts) {
  const SmallRun run = SmallRun().Declares("rows.users").Finds("rows.users", kTwoFindings);
  for (const Waiver& waiver :
       {WaiverOfFindings("reader: *"), WaiverAsSeen({"reader: have SELECT, want none"})}) {
    const Verdict verdict = SmallRun(run).Waives(waiver).Judged();
    EXPECT_EQ(VerdictText(verdict),
              "NO-GO\nFAIL rows.users: PUBLIC: have ALL, want none; 1 more is waived\n");
    EXPECT_EQ(Counts(verdict), "0 passed, 1 failed, 0 errors, 0 not run");
    EXPECT_EQ(verdict.accepted_findings, 1);
  }
}

TEST(Verdict, IsGoIfWaiversTogetherAcceptEveryFinding) {
  const SmallRun run = SmallRun().Declares("rows.users").Finds("rows.users", kTwoFindings);
  const Verdict verdict = SmallRun(run)
                              .Waives(WaiverOfFindings("reader: *"))
                              .Waives(WaiverAsSeen({"PUBLIC: have ALL, want none"}))
                              .Judged();
  EXPECT_EQ(verdict.decision, Decision::kGo);
  EXPECT_EQ(verdict.accepted_findings, 2);
  EXPECT_EQ(verdict.remarks.size(), 1) << "both waivers are used";
  Waiver expired = WaiverOfFindings("PUBLIC: *");
  expired.until = "2026-02-20";
  EXPECT_EQ(SmallRun(run).Waives(WaiverOfFindings("reader: *")).Waives(expired).Judged().decision,
            Decision::kNoGo);
}

// The findings of a run are those of its case, word by word.
TEST(Verdict, IsNoGoForOtherFindingsThanThoseSeen) {
  const Waiver waiver = WaiverAsSeen({"users: have 9 rows, want 10 rows"});
  const auto decide = [&](const std::string& name, const Outcome& outcome) {
    return SmallRun().Declares(name).Ends(name, outcome).Waives(waiver).Judged().decision;
  };
  const Finding seen = {"users", "9 rows", "10 rows"};
  EXPECT_EQ(decide("rows.users", {.examined = 1, .findings = {seen}}), Decision::kGo);
  EXPECT_EQ(decide("rows.users", {.examined = 1, .findings = {{"users", "8 rows", "10 rows"}}}),
            Decision::kNoGo);
  EXPECT_EQ(decide("rows.keys", {.examined = 1, .findings = {seen}}), Decision::kNoGo);
  EXPECT_EQ(decide("rows.users", {.examined = 1, .findings = {seen}, .has_more = true}),
            Decision::kNoGo)
      << "nobody saw the others";
}

// As records of earlier versions are.
TEST(Verdict, AppliesNoWaiverThatDoesNotSayWhichFindings) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Fails("rows.users").Waives(WaiverOfFindings("")).Judged();
  EXPECT_EQ(
      VerdictText(verdict),
      "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
      "remark: waiver of rows.users, no finding accepts nothing, because it doesn't say which "
      "findings: record it again with --finding PATTERN or --as-seen (accepted by the team "
      "until 2026-02-21: rebuilt at night)\n");
}

TEST(Verdict, NeedsNoWaiverOfAdvisoryFindingsUnlessStrict) {
  SmallRun run = SmallRun()
                     .Declares("rows.users")
                     .Finds("rows.users", {{"users", "1 row", "2 rows"},
                                           {"users", "no comment", "one", Severity::kAdvisory}});
  run.Waives(WaiverOfFindings("*1 row*"));
  EXPECT_EQ(run.Judged().decision, Decision::kGo);
  EXPECT_EQ(run.JudgedStrictly().decision, Decision::kNoGo);
}

TEST(Verdict, ReportsAnUnusedWaiver) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Waives(PlanWaiver("users")).Judged();
  EXPECT_EQ(VerdictText(verdict),
            "GO\nremark: waiver of rows.users, findings like * is unused: no finding needed it "
            "(accepted by the team until 2026-02-21: rebuilt at night)\n");
}

TEST(Verdict, DoesNotReportWaiversForOtherChecks) {
  const Verdict verdict =
      SmallRun().Declares("sums.users").Passes("sums.users").Waives(PlanWaiver("users")).Judged();
  EXPECT_EQ(VerdictText(verdict), "GO\n");
}

// Without the time, nobody knows whether the waiver was in force.
TEST(Verdict, AppliesNoWaiverToARunWithoutStartTime) {
  Evidence evidence;
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.run.waivers = {PlanWaiver("users", "2999-12-31")};
  evidence.cases = {
      {.check = "rows", .subject = "users", .outcome = {1, {{"users", "1", "2"}}, {}}}};
  EXPECT_EQ(Judge(evidence).decision, Decision::kNoGo);
}

}  // namespace
}  // namespace gonogo
