// What waivers change in a verdict, and what they can't change.
#include <gtest/gtest.h>

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
      "remark: waiver of rows.* is unused: no case needed it (accepted by the team "
      "until 2026-02-21: rebuilt at night)\n";
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
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
            "remark: waiver of rows.users expired on 2026-02-20 (accepted by the team until "
            "2026-02-20: rebuilt at night)\n");
}

TEST(Verdict, DoesNotApplyAWaiverForAnotherVersionOfThePlan) {
  Waiver waiver = PlanWaiver("users");
  waiver.at = "2026-02-01T00:00:00.000Z";
  waiver.plan_digest = "another";
  const SmallRun run = SmallRun().Declares("rows.users").Fails("rows.users");
  EXPECT_EQ(VerdictText(SmallRun(run).Waives(waiver).Judged()),
            "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
            "remark: waiver of rows.users is of another version of the plan (sha256 another) and "
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

TEST(Verdict, ReportsAnUnusedWaiver) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Waives(PlanWaiver("users")).Judged();
  EXPECT_EQ(VerdictText(verdict),
            "GO\nremark: waiver of rows.users is unused: no case needed it "
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
