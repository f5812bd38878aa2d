// What a run comes to: GO is earned, and every way to fall short of it is named in a reason.
#include "core/record/verdict.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

// A run in the making. A case is named `check.subject`.
class SmallRun {
 public:
  SmallRun& Declares(const std::string& name, Severity severity = Severity::kRequired) {
    const auto [check, subject] = Parts(name);
    declared_.push_back({.check = check, .subject = subject, .severity = severity});
    return *this;
  }
  SmallRun& DeclaresAdvisory(const std::string& name) {
    return Declares(name, Severity::kAdvisory);
  }

  SmallRun& Passes(const std::string& name) { return Ends(name, {.examined = 1}); }
  SmallRun& ExaminesNothing(const std::string& name) { return Ends(name, {.examined = 0}); }
  SmallRun& Finds(const std::string& name, const std::vector<Finding>& findings) {
    return Ends(name, {.examined = 1, .findings = findings});
  }
  SmallRun& Fails(const std::string& name) { return Finds(name, {{"users", "1 row", "2 rows"}}); }
  SmallRun& FindsAdvisory(const std::string& name) {
    return Finds(name, {{"users", "no comment", "a comment", Severity::kAdvisory}});
  }
  SmallRun& Errs(const std::string& name, const std::string& message) {
    Ends(name, {.examined = 1});
    results_.back().error = CaseError{message, "42501"};
    return *this;
  }

  SmallRun& Waits(const std::string& name) {
    return Ends(name, {.not_run = "nobody has signed it"});
  }
  SmallRun& Waives(const Waiver& waiver) {
    waivers_.push_back(waiver);
    return *this;
  }

  Verdict Judged() const { return JudgedWith(false); }
  Verdict JudgedStrictly() const { return JudgedWith(true); }

 private:
  Verdict JudgedWith(bool strict) const {
    Evidence evidence;
    evidence.run.strict = strict;
    evidence.run.plan_digest = "this";
    evidence.run.started = "2026-02-21T09:30:00.000Z";
    evidence.run.waivers = waivers_;
    evidence.run.declared = declared_;
    evidence.cases = results_;
    return Judge(evidence);
  }

  static std::pair<std::string, std::string> Parts(const std::string& name) {
    const std::size_t dot = name.find('.');
    return {name.substr(0, dot), name.substr(dot + 1)};
  }

  SmallRun& Ends(const std::string& name, const Outcome& outcome) {
    const auto [check, subject] = Parts(name);
    results_.push_back({.check = check, .subject = subject, .outcome = outcome});
    return *this;
  }

  std::vector<DeclaredCase> declared_;
  std::vector<CaseResult> results_;
  std::vector<Waiver> waivers_;
};

// A waiver of the plan's own.
Waiver WaiverOf(const std::string& subject, const std::string& until = "2026-02-21") {
  return {.check = "rows",
          .subject = subject,
          .reason = "rebuilt at night",
          .owner = "the team",
          .until = until};
}

// The decision, then a line a reason, then a line a remark.
std::string Words(const Verdict& verdict) {
  std::string words = DecisionName(verdict.decision) + "\n";
  for (const std::string& reason : verdict.reasons) words += reason + "\n";
  for (const std::string& remark : verdict.remarks) words += "remark: " + remark + "\n";
  return words;
}

// "2 passed, 1 failed, 0 errors, 0 not run".
std::string Counts(const Verdict& verdict) {
  return std::to_string(verdict.passed) + " passed, " + std::to_string(verdict.failed) +
         " failed, " + std::to_string(verdict.errors) + " errors, " +
         std::to_string(verdict.not_run) + " not run" +
         (verdict.waived > 0 ? ", " + std::to_string(verdict.waived) + " waived" : "");
}

TEST(Verdict, IsGoWhereEveryDeclaredCaseRanOnceAndPassed) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("rows.keys")
                              .Passes("rows.keys")
                              .Passes("rows.users")
                              .Judged();
  EXPECT_EQ(Words(verdict), "GO\n");
  EXPECT_EQ(Counts(verdict), "2 passed, 0 failed, 0 errors, 0 not run");
}

TEST(Verdict, IsUndecidedWhenFewerCasesRanThanDeclared) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Declares("rows.keys").Passes("rows.keys").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO (could not decide)\nrows.users did not run\n");
  EXPECT_EQ(Counts(verdict), "1 passed, 0 failed, 0 errors, 1 not run");
}

TEST(Verdict, IsUndecidedWhenNothingIsDeclared) {
  EXPECT_EQ(Words(SmallRun().Judged()),
            "NO-GO (could not decide)\nno case is declared, so nothing was looked at\n");
}

TEST(Verdict, IsNoGoWhenOneFailed) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("rows.keys")
                              .Fails("rows.users")
                              .Passes("rows.keys")
                              .Judged();
  EXPECT_EQ(Words(verdict), "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n");
  EXPECT_EQ(Counts(verdict), "1 passed, 1 failed, 0 errors, 0 not run");
}

TEST(Verdict, NamesTheFirstRequiredFindingAndCountsTheRest) {
  const Verdict verdict =
      SmallRun()
          .Declares("enum.status")
          .Finds("enum.status",
                 {{"x", "a", "b", Severity::kAdvisory}, {"y", "c", "d"}, {"z", "e", "f"}})
          .Judged();
  EXPECT_EQ(Words(verdict), "NO-GO\nFAIL enum.status: y: have c, want d (and 2 more findings)\n");
}

TEST(Verdict, IsUndecidedWhenOneErred) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Errs("rows.users", "permission denied").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO (could not decide)\nERROR rows.users: permission denied\n");
  EXPECT_EQ(Counts(verdict), "0 passed, 0 failed, 1 errors, 0 not run");
}

TEST(Verdict, IsNoGoWhenOneFailedAndAnotherErred) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.keys")
                              .Declares("rows.users")
                              .Errs("rows.keys", "permission denied")
                              .Fails("rows.users")
                              .Judged();
  EXPECT_EQ(Words(verdict),
            "NO-GO\nERROR rows.keys: permission denied\n"
            "FAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, IsNoGoWhenOneFailedAndAnotherDidNotRun) {
  const Verdict verdict =
      SmallRun().Declares("rows.keys").Declares("rows.users").Fails("rows.users").Judged();
  EXPECT_EQ(Words(verdict),
            "NO-GO\nrows.keys did not run\n"
            "FAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, CallsACaseThatExaminedNothingAnError) {
  const Verdict verdict = SmallRun().Declares("rows.users").ExaminesNothing("rows.users").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO (could not decide)\nERROR rows.users: examined nothing\n");
}

TEST(Verdict, IsNoGoWhenACaseRanTwiceAlthoughBothPassed) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO\nrows.users ran 2 times: one run, one result\n");
}

TEST(Verdict, ForgetsNoFailureThatALaterPassFollows) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Fails("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(Words(verdict),
            "NO-GO\nrows.users ran 2 times: one run, one result\n"
            "FAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, IsNoGoWhenACaseRanThatIsNotDeclared) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Passes("rows.keys").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO\nrows.keys ran but the plan does not declare it\n");
}

TEST(Verdict, IsNoGoWhenACaseIsDeclaredTwice) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Declares("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO\nrows.users is declared twice\n");
  EXPECT_EQ(Counts(verdict), "1 passed, 0 failed, 0 errors, 0 not run");
}

TEST(Verdict, RemarksOnAnAdvisoryCheckThatFailed) {
  const SmallRun run = SmallRun().DeclaresAdvisory("rows.users").Fails("rows.users");
  EXPECT_EQ(Words(run.Judged()), "GO\nremark: FAIL rows.users: users: have 1 row, want 2 rows\n");
  EXPECT_EQ(Words(run.JudgedStrictly()),
            "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n");
}

TEST(Verdict, RemarksOnAnAdvisoryCheckThatErred) {
  const SmallRun run = SmallRun().DeclaresAdvisory("rows.users").Errs("rows.users", "denied");
  EXPECT_EQ(Words(run.Judged()), "GO\nremark: ERROR rows.users: denied\n");
  EXPECT_EQ(Words(run.JudgedStrictly()), "NO-GO (could not decide)\nERROR rows.users: denied\n");
}

TEST(Verdict, NeedsEveryCaseToHaveRunWhateverItsSeverity) {
  const SmallRun run =
      SmallRun().Declares("rows.users").DeclaresAdvisory("rows.keys").Passes("rows.users");
  EXPECT_EQ(Words(run.Judged()), "NO-GO (could not decide)\nrows.keys did not run\n");
}

TEST(Verdict, IsNotGoWhereEveryCaseIsAdvisoryAndNoneRan) {
  const Verdict verdict =
      SmallRun().DeclaresAdvisory("rows.users").DeclaresAdvisory("rows.keys").Judged();
  EXPECT_EQ(DecisionName(verdict.decision), "NO-GO (could not decide)");
}

TEST(Verdict, RemarksOnAnAdvisoryFinding) {
  const SmallRun run = SmallRun().Declares("rows.users").FindsAdvisory("rows.users");
  EXPECT_EQ(Words(run.Judged()),
            "GO\nremark: rows.users: users: have no comment, want a comment\n");
  EXPECT_EQ(Counts(run.Judged()), "1 passed, 0 failed, 0 errors, 0 not run");
  EXPECT_EQ(Words(run.JudgedStrictly()),
            "NO-GO\nFAIL rows.users: users: have no comment, want a comment\n");
}

TEST(Verdict, IsNoGoWhenAnAdvisoryCaseRanTwice) {
  const Verdict verdict =
      SmallRun().DeclaresAdvisory("rows.users").Passes("rows.users").Passes("rows.users").Judged();
  EXPECT_EQ(Words(verdict), "NO-GO\nrows.users ran 2 times: one run, one result\n");
}

TEST(Verdict, IsUndecidedWhereTheEvidenceHoldsAContradiction) {
  Evidence evidence;
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.cases = {{.check = "rows", .subject = "users", .outcome = {1, {}, {}}}};
  evidence.contradictions = {"one process saw another server"};
  EXPECT_EQ(Words(Judge(evidence)), "NO-GO (could not decide)\none process saw another server\n");
}

TEST(Verdict, TrustsTheDeclarationAndNotTheResultAboutSeverity) {
  Evidence evidence;
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.cases = {{.check = "rows",
                     .subject = "users",
                     .severity = Severity::kAdvisory,
                     .outcome = {1, {{"users", "1", "2"}}, {}}}};
  EXPECT_EQ(Words(Judge(evidence)), "NO-GO\nFAIL rows.users: users: have 1, want 2\n");
}

TEST(Verdict, IsUndecidedWhereACaseWaitsForAPerson) {
  const SmallRun run = SmallRun().Declares("approvals.dba").Waits("approvals.dba");
  EXPECT_EQ(Words(run.Judged()),
            "NO-GO (could not decide)\nNOT RUN approvals.dba: nobody has signed it\n");
  EXPECT_EQ(Counts(run.Judged()), "0 passed, 0 failed, 0 errors, 1 not run");
}

TEST(Verdict, RemarksOnAnAdvisoryCheckThatWaitsForAPerson) {
  const SmallRun run = SmallRun().DeclaresAdvisory("approvals.dba").Waits("approvals.dba");
  EXPECT_EQ(Words(run.Judged()), "GO\nremark: NOT RUN approvals.dba: nobody has signed it\n");
  EXPECT_EQ(DecisionName(run.JudgedStrictly().decision), "NO-GO (could not decide)");
}

TEST(Verdict, IsGoWhereWhatFailedIsWaivedAndSaysByWhom) {
  const SmallRun run = SmallRun().Declares("rows.users").Fails("rows.users");
  const Verdict verdict = SmallRun(run).Waives(WaiverOf("users")).Judged();
  EXPECT_EQ(Words(verdict),
            "GO\nremark: WAIVED rows.users: users: have 1 row, want 2 rows; accepted by the team "
            "until 2026-02-21: rebuilt at night\n");
  EXPECT_EQ(Counts(verdict), "0 passed, 0 failed, 0 errors, 0 not run, 1 waived");
  EXPECT_EQ(run.Judged().decision, Decision::kNoGo);
}

TEST(Verdict, IsGoWhereWhatWaitsForAPersonIsWaived) {
  const Verdict verdict =
      SmallRun().Declares("rows.dba").Waits("rows.dba").Waives(WaiverOf("*")).Judged();
  EXPECT_EQ(Words(verdict),
            "GO\nremark: WAIVED rows.dba: nobody has signed it; accepted by the team until "
            "2026-02-21: rebuilt at night\n");
  EXPECT_EQ(Counts(verdict), "0 passed, 0 failed, 0 errors, 0 not run, 1 waived");
}

TEST(Verdict, NeverWaivesAnError) {
  const SmallRun run = SmallRun().Declares("rows.users").Waives(WaiverOf("*"));
  const std::string unused =
      "remark: waiver of rows.* is unused: nothing that it covers needed it (accepted by the team "
      "until 2026-02-21: rebuilt at night)\n";
  EXPECT_EQ(Words(SmallRun(run).Errs("rows.users", "denied").Judged()),
            "NO-GO (could not decide)\nERROR rows.users: denied\n" + unused);
  EXPECT_EQ(Words(SmallRun(run).ExaminesNothing("rows.users").Judged()),
            "NO-GO (could not decide)\nERROR rows.users: examined nothing\n" + unused);
}

// What was found before the server was lost is not all there was to find.
TEST(Verdict, NeverWaivesAnErrorThatFollowsAFinding) {
  Evidence evidence;
  evidence.run.started = "2026-02-21T09:30:00.000Z";
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.run.waivers = {WaiverOf("users")};
  evidence.cases = {{.check = "rows",
                     .subject = "users",
                     .outcome = {1, {{"users", "1", "2"}}, {}},
                     .error = CaseError{"lost", ""}}};
  EXPECT_EQ(Judge(evidence).decision, Decision::kUndecided);
}

TEST(Verdict, NeverWaivesACaseThatLeftNoResult) {
  const Verdict verdict = SmallRun().Declares("rows.users").Waives(WaiverOf("*")).Judged();
  EXPECT_EQ(verdict.decision, Decision::kUndecided);
  EXPECT_EQ(verdict.reasons, std::vector<std::string>{"rows.users did not run"});
}

TEST(Verdict, NeverWaivesThatACaseRanTwice) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Fails("rows.users")
                              .Fails("rows.users")
                              .Waives(WaiverOf("*"))
                              .Judged();
  EXPECT_EQ(verdict.decision, Decision::kNoGo);
}

TEST(Verdict, SaysOfAWaiverThatItExpiredAndDoesNotApplyIt) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Fails("rows.users")
                              .Waives(WaiverOf("users", "2026-02-20"))
                              .Judged();
  EXPECT_EQ(Words(verdict),
            "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
            "remark: waiver of rows.users expired on 2026-02-20 (accepted by the team until "
            "2026-02-20: rebuilt at night)\n");
}

TEST(Verdict, AppliesNoWaiverOfAnotherVersionOfThePlan) {
  Waiver waiver = WaiverOf("users");
  waiver.at = "2026-02-01T00:00:00.000Z";
  waiver.plan_digest = "another";
  const SmallRun run = SmallRun().Declares("rows.users").Fails("rows.users");
  EXPECT_EQ(Words(SmallRun(run).Waives(waiver).Judged()),
            "NO-GO\nFAIL rows.users: users: have 1 row, want 2 rows\n"
            "remark: waiver of rows.users is of another version of the plan (sha256 another) and "
            "does not apply (accepted by the team until 2026-02-21: rebuilt at night)\n");
  waiver.plan_digest = "this";
  EXPECT_EQ(SmallRun(run).Waives(waiver).Judged().decision, Decision::kGo);
}

TEST(Verdict, WaivesOnlyWhatTheWaiverNames) {
  const Verdict verdict = SmallRun()
                              .Declares("rows.users")
                              .Declares("rows.user_keys")
                              .Declares("sums.users")
                              .Fails("rows.users")
                              .Fails("rows.user_keys")
                              .Fails("sums.users")
                              .Waives(WaiverOf("user_*"))
                              .Judged();
  EXPECT_EQ(verdict.decision, Decision::kNoGo);
  EXPECT_EQ(Counts(verdict), "0 passed, 2 failed, 0 errors, 0 not run, 1 waived");
}

TEST(Verdict, SaysOfAWaiverThatNothingNeededIt) {
  const Verdict verdict =
      SmallRun().Declares("rows.users").Passes("rows.users").Waives(WaiverOf("users")).Judged();
  EXPECT_EQ(Words(verdict),
            "GO\nremark: waiver of rows.users is unused: nothing that it covers needed it "
            "(accepted by the team until 2026-02-21: rebuilt at night)\n");
}

TEST(Verdict, SaysNothingOfWaiversForChecksThatWereNotAskedFor) {
  const Verdict verdict =
      SmallRun().Declares("sums.users").Passes("sums.users").Waives(WaiverOf("users")).Judged();
  EXPECT_EQ(Words(verdict), "GO\n");
}

// When it ran is how it is told whether a waiver still held.
TEST(Verdict, AppliesNoWaiverToARunOfNoKnownTime) {
  Evidence evidence;
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.run.waivers = {WaiverOf("users", "2999-12-31")};
  evidence.cases = {
      {.check = "rows", .subject = "users", .outcome = {1, {{"users", "1", "2"}}, {}}}};
  EXPECT_EQ(Judge(evidence).decision, Decision::kNoGo);
}

TEST(StatusOf, IsErrorWhereThereIsAnErrorWhateverWasFound) {
  CaseResult result{.outcome = {1, {{"users", "1", "2"}}, {}}, .error = CaseError{"lost", ""}};
  EXPECT_EQ(StatusName(StatusOf(result, false)), "ERROR");
  EXPECT_EQ(StatusName(StatusOf(result, true)), "ERROR");
}

TEST(StatusOf, IsErrorWhereACountOfObjectsIsNegative) {
  EXPECT_EQ(StatusName(StatusOf({.outcome = {.examined = -1}}, false)), "ERROR");
}

}  // namespace
}  // namespace gonogo
