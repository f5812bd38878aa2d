// When a run is GO, and which reason the verdict gives if it isn't.
#include "core/record/verdict.h"

#include <gtest/gtest.h>

#include "tests/core/record/small_run.h"

namespace gonogo {
namespace {

TEST(Verdict, IsGoIfEveryDeclaredCaseRanOnceAndPassed) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("rows.keys")
                              .Passes("rows.keys")
                              .Passes("rows.users")
                              .Judged();
  EXPECT_EQ(VerdictText(verdict), "GO\n");
  EXPECT_EQ(Counts(verdict), "2 passed, 0 failed, 0 errors, 0 not run");
}

TEST(Verdict, IsUndecidedWhenFewerCasesRanThanDeclared) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Declares("rows.keys").Passes("rows.keys").Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO (could not decide)\nrows.users did not run\n");
  EXPECT_EQ(Counts(verdict), "1 passed, 0 failed, 0 errors, 1 not run");
}

TEST(Verdict, IsUndecidedWhenNothingIsDeclared) {
  EXPECT_EQ(VerdictText(SmallRun().Judged()),
            "NO-GO (could not decide)\nthe plan declares no case, so nothing was checked\n");
}

TEST(Verdict, IsNoGoWhenOneFailed) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("rows.keys")
                              .Fails("rows.users")
                              .Passes("rows.keys")
                              .Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n");
  EXPECT_EQ(Counts(verdict), "1 passed, 1 failed, 0 errors, 0 not run");
}

TEST(Verdict, NamesTheFirstRequiredFindingAndCountsTheRest) {
  const Verdict verdict =
      SmallRun()
          .Declares("enum.status")
          .Finds("enum.status",
                 {{"x", "a", "b", Severity::kAdvisory}, {"y", "c", "d"}, {"z", "e", "f"}})
          .Judged();
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO\nFAIL enum.status: y: have c, want d (and 2 more findings)\n");
}

TEST(Verdict, CountsTheCasesWithTheSameError) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("keys.users")
                              .Declares("columns.users")
                              .Errs("rows.users", "users does not exist")
                              .Errs("keys.users", "permission denied")
                              .Errs("columns.users", "users does not exist")
                              .Judged();
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO (could not decide)\n"
            "ERROR rows.users: users does not exist (and 1 more case with the same error)\n"
            "ERROR keys.users: permission denied\n");
}

TEST(Verdict, IsUndecidedWhenOneErred) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Errs("rows.users", "permission denied").Judged();
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO (could not decide)\nERROR rows.users: permission denied\n");
  EXPECT_EQ(Counts(verdict), "0 passed, 0 failed, 1 errors, 0 not run");
}

TEST(Verdict, IsNoGoWhenOneFailedAndAnotherErred) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.keys")
                              .Declares("rows.users")
                              .Errs("rows.keys", "permission denied")
                              .Fails("rows.users")
                              .Judged();
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO\nERROR rows.keys: permission denied\n"
            "FAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, IsNoGoWhenOneFailedAndAnotherDidNotRun) {
  const Verdict verdict =
      SmallRun().Declares("rows.keys").Declares("rows.users").Fails("rows.users").Judged();
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO\nrows.keys did not run\n"
            "FAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, CountsACaseThatExaminedNothingAsAnError) {
  const Verdict verdict = SmallRun().Declares("rows.users").ExaminesNothing("rows.users").Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO (could not decide)\nERROR rows.users: examined nothing\n");
}

TEST(Verdict, IsNoGoWhenACaseRanTwiceAlthoughBothPassed) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO\nrows.users ran 2 times instead of once\n");
}

TEST(Verdict, DoesNotForgetAFailureBeforeAPass) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Fails("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(VerdictText(verdict),
            "NO-GO\nrows.users ran 2 times instead of once\n"
            "FAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, IsNoGoWhenACaseRanThatIsNotDeclared) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Passes("rows.keys").Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO\nrows.keys ran, but the plan does not declare it\n");
}

TEST(Verdict, IsNoGoWhenACaseIsDeclaredTwice) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Declares("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO\nrows.users is declared twice\n");
  EXPECT_EQ(Counts(verdict), "1 passed, 0 failed, 0 errors, 0 not run");
}

TEST(Verdict, RemarksOnAnAdvisoryCheckThatFailed) {
  const SmallRun run = SmallRun().DeclaresAdvisory("rows.users").Fails("rows.users");
  EXPECT_EQ(VerdictText(run.Judged()),
            "GO\nremark: FAIL rows.users: users: have 1 row, want 2 rows\n");
  EXPECT_EQ(VerdictText(run.JudgedStrictly()),
            "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, RemarksOnAnAdvisoryCheckThatErred) {
  const SmallRun run = SmallRun().DeclaresAdvisory("rows.users").Errs("rows.users", "denied");
  EXPECT_EQ(VerdictText(run.Judged()), "GO\nremark: ERROR rows.users: denied\n");
  EXPECT_EQ(VerdictText(run.JudgedStrictly()),
            "NO-GO (could not decide)\nERROR rows.users: denied\n");
}

TEST(Verdict, NeedsAdvisoryCasesToRunToo) {
  const SmallRun run =
      SmallRun().Declares("rows.users").DeclaresAdvisory("rows.keys").Passes("rows.users");
  EXPECT_EQ(VerdictText(run.Judged()), "NO-GO (could not decide)\nrows.keys did not run\n");
}

TEST(Verdict, IsNotGoIfEveryCaseIsAdvisoryAndNoneRan) {
  const Verdict verdict =
      SmallRun().DeclaresAdvisory("rows.users").DeclaresAdvisory("rows.keys").Judged();
  EXPECT_EQ(DecisionName(verdict.decision), "NO-GO (could not decide)");
}

TEST(Verdict, RemarksOnAnAdvisoryFinding) {
  const SmallRun run = SmallRun().Declares("rows.users").FindsAdvisory("rows.users");
  EXPECT_EQ(VerdictText(run.Judged()),
            "GO\nremark: rows.users: users: have no comment, want a comment\n");
  EXPECT_EQ(Counts(run.Judged()), "1 passed, 0 failed, 0 errors, 0 not run");
  EXPECT_EQ(VerdictText(run.JudgedStrictly()),
            "NO-GO\nFAIL rows.users: users: have no comment, want a comment\n");
}

TEST(Verdict, IsNoGoWhenAnAdvisoryCaseRanTwice) {
  const Verdict verdict =
      SmallRun().DeclaresAdvisory("rows.users").Passes("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(VerdictText(verdict), "NO-GO\nrows.users ran 2 times instead of once\n");
}

TEST(Verdict, IsUndecidedIfTheEvidenceHasAContradiction) {
  Evidence evidence;
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.cases = {{.check = "rows", .subject = "users", .outcome = {1, {}, {}}}};
  evidence.contradictions = {"one process saw another server"};
  EXPECT_EQ(VerdictText(Judge(evidence)),
            "NO-GO (could not decide)\none process saw another server\n");
}

TEST(Verdict, TakesTheSeverityFromTheDeclaration) {
  Evidence evidence;
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.cases = {{.check = "rows",
                     .subject = "users",
                     .severity = Severity::kAdvisory,
                     .outcome = {1, {{"users", "1", "2"}}, {}}}};
  EXPECT_EQ(VerdictText(Judge(evidence)), "NO-GO\nFAIL rows.users: users: have 1, want 2\n");
}

TEST(Verdict, IsUndecidedIfACaseWaitsForAPerson) {
  const SmallRun run = SmallRun().Declares("approvals.dba").Waits("approvals.dba");
  EXPECT_EQ(VerdictText(run.Judged()),
            "NO-GO (could not decide)\nNOT RUN approvals.dba: nobody has signed it\n");
  EXPECT_EQ(Counts(run.Judged()), "0 passed, 0 failed, 0 errors, 1 not run");
}

TEST(Verdict, RemarksOnAnAdvisoryCheckThatWaitsForAPerson) {
  const SmallRun run = SmallRun().DeclaresAdvisory("approvals.dba").Waits("approvals.dba");
  EXPECT_EQ(VerdictText(run.Judged()), "GO\nremark: NOT RUN approvals.dba: nobody has signed it\n");
  EXPECT_EQ(DecisionName(run.JudgedStrictly().decision), "NO-GO (could not decide)");
}

TEST(StatusOf, IsErrorDespiteFindings) {
  CaseResult result{.outcome = {1, {{"users", "1", "2"}}, {}}, .error = CaseError{"lost", ""}};
  EXPECT_EQ(StatusName(StatusOf(result, false)), "ERROR");
  EXPECT_EQ(StatusName(StatusOf(result, true)), "ERROR");
}

TEST(StatusOf, IsErrorIfTheNumberOfObjectsIsNegative) {
  EXPECT_EQ(StatusName(StatusOf({.outcome = {.examined = -1}}, false)), "ERROR");
}

}  // namespace
}  // namespace gonogo
