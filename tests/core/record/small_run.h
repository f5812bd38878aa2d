// Small runs for the tests of the verdict.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/record/verdict.h"

namespace gonogo {

// Builds a run, and judges it. A case's name is `check.subject`.
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
  SmallRun& Errs(const std::string& name, const std::string& message,
                 const std::string& sqlstate = "42501") {
    Ends(name, {.examined = 1});
    results_.back().error = CaseError{message, sqlstate};
    return *this;
  }

  SmallRun& Ends(const std::string& name, const Outcome& outcome) {
    const auto [check, subject] = Parts(name);
    results_.push_back({.check = check, .subject = subject, .outcome = outcome});
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
  Evidence Run(bool strict = false) const {
    Evidence evidence;
    evidence.run.strict = strict;
    evidence.run.plan_digest = "this";
    evidence.run.started = "2026-02-21T09:30:00.000Z";
    evidence.run.waivers = waivers_;
    evidence.run.declared = declared_;
    evidence.cases = results_;
    return evidence;
  }

 private:
  Verdict JudgedWith(bool strict) const { return Judge(Run(strict)); }

  static std::pair<std::string, std::string> Parts(const std::string& name) {
    const std::size_t dot = name.find('.');
    return {name.substr(0, dot), name.substr(dot + 1)};
  }

  std::vector<DeclaredCase> declared_;
  std::vector<CaseResult> results_;
  std::vector<Waiver> waivers_;
};

// A waiver in the plan.
inline Waiver PlanWaiver(const std::string& subject, const std::string& until = "2026-02-21") {
  return {.check = "rows",
          .subject = subject,
          .reason = "rebuilt at night",
          .owner = "the team",
          .until = until,
          .finding = "*"};
}

// Returns the decision, a line per reason and a line per remark.
inline std::string VerdictText(const Verdict& verdict) {
  std::string text = DecisionName(verdict.decision) + "\n";
  for (const std::string& reason : verdict.reasons) text += reason + "\n";
  for (const std::string& remark : verdict.remarks) text += "remark: " + remark + "\n";
  return text;
}

// Returns "2 passed, 1 failed, 0 errors, 0 not run".
inline std::string Counts(const Verdict& verdict) {
  return std::to_string(verdict.passed) + " passed, " + std::to_string(verdict.failed) +
         " failed, " + std::to_string(verdict.errors) + " errors, " +
         std::to_string(verdict.not_run) + " not run" +
         (verdict.waived > 0 ? ", " + std::to_string(verdict.waived) + " waived" : "");
}

}  // namespace gonogo
