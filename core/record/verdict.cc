// Decides GO or NO-GO; no other file does.
#include "core/record/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "core/record/clocks.h"
#include "core/record/declared_results.h"
#include "core/record/freshness.h"
#include "core/record/server_versions.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns why the case isn't a PASS. `findings` are those to speak of.
std::string ReasonNotPassed(const CaseResult& result, Status status,
                            const std::vector<Finding>& findings) {
  if (status == Status::kError) {
    return result.error ? result.error->message : "examined nothing";
  }
  if (status == Status::kNotRun) return result.outcome.not_run;
  const auto first = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::kRequired;
  });
  const Finding& shown = first == findings.end() ? findings.front() : *first;
  const std::size_t more = findings.size() - 1;
  return Describe(shown) + (more > 0 ? " (and " + Counted(more, "more finding") + ")" : "");
}

class Judgement {
 public:
  explicit Judgement(const RunHeader& run) : run_(run) {}

  void Weigh(const DeclaredCase& declared, std::span<const CaseResult* const> results) {
    if (results.empty()) {
      // Also if it is advisory: a run without all cases can't be trusted.
      ++verdict_.not_run;
      AddUndecidedCase(declared.name() + " did not run");
      return;
    }
    if (results.size() > 1) {
      AddNoGo(fmt::format("{} ran {} times instead of once", declared.name(), results.size()));
    }
    for (const CaseResult* result : results) Weigh(declared, *result);
  }

  // Add a reason that isn't the result of a case.
  void AddNoGo(const std::string& reason) {
    verdict_.run_reasons.push_back(reason);
    AddNoGoCase(reason);
  }
  void AddUndecided(const std::string& reason) {
    verdict_.run_reasons.push_back(reason);
    AddUndecidedCase(reason);
  }

  void AddRemark(const std::string& remark) { verdict_.remarks.push_back(remark); }

  // Adds a remark for each check that comes after one which this run lacks.
  void AddOrderRemarks() {
    for (const auto& [check, facts] : run_.about) {
      if (!facts.after || IsKnown(*facts.after, run_)) continue;
      AddRemark(fmt::format("check {} comes after check {}, which isn't in this run", check,
                            facts.after->check));
    }
  }

  // Adds a remark for each waiver of this run's checks that is unused or not in force.
  void AddWaiverRemarks() {
    for (const Waiver& waiver : run_.waivers) {
      const auto& declared = run_.declared;
      const bool is_of_this_run =
          std::any_of(declared.begin(), declared.end(),
                      [&](const DeclaredCase& one) { return one.check == waiver.check; });
      if (!is_of_this_run || used_.contains(&waiver)) continue;
      const std::string why = ReasonNotInForce(waiver, run_);
      verdict_.remarks.push_back(fmt::format("waiver of {} {} ({})", WhatItAccepts(waiver),
                                             why.empty() ? "is unused: no finding needed it" : why,
                                             Describe(waiver)));
    }
  }

  Verdict Conclude() {
    verdict_.decision = no_go_       ? Decision::kNoGo
                        : undecided_ ? Decision::kUndecided
                                     : Decision::kGo;
    return std::move(verdict_);
  }

 private:
  void Weigh(const DeclaredCase& declared, const CaseResult& result) {
    const Status status = StatusOf(result, run_);
    const Acceptance acceptance = AcceptanceOf(result, run_);
    Count(status, Decides(declared.severity, run_.strict));
    Use(acceptance);
    if (status == Status::kWaived) return AddWaived(result, acceptance);
    if (status == Status::kPass) {
      for (const Finding& finding : result.outcome.findings) {
        verdict_.remarks.push_back(result.name() + ": " + Describe(finding));
      }
      return;
    }
    const std::string why =
        fmt::format("{} {}: {}{}", StatusName(status), result.name(),
                    ReasonNotPassed(result, status, acceptance.open), AcceptedBeside(acceptance));
    if (!Decides(declared.severity, run_.strict)) {
      verdict_.remarks.push_back(why);
    } else if (status == Status::kFail) {
      AddNoGoCase(why);
    } else if (result.error) {
      AddError(why, result.error->message);
    } else {
      AddUndecidedCase(why);
    }
  }

  void AddNoGoCase(const std::string& reason) {
    verdict_.reasons.push_back(reason);
    no_go_ = true;
  }

  void AddUndecidedCase(const std::string& reason) {
    verdict_.reasons.push_back(reason);
    undecided_ = true;
  }

  // A relation that doesn't exist is an error of each gate that reads it: counts the others.
  void AddError(const std::string& why, const std::string& message) {
    undecided_ = true;
    const auto [known, is_new] = errors_.emplace(message, SameError{verdict_.reasons.size(), why});
    if (is_new) {
      verdict_.reasons.push_back(why);
      return;
    }
    SameError& error = known->second;
    verdict_.reasons[error.reason] = fmt::format("{} (and {} with the same error)", error.why,
                                                 Counted(++error.more, "more case"));
  }

  void AddWaived(const CaseResult& result, const Acceptance& acceptance) {
    std::string who;
    for (const auto& [waiver, findings] : acceptance.by) who += "; " + Describe(*waiver);
    const std::string why =
        ReasonNotPassed(result, StatusOf(result, run_.strict), result.outcome.findings);
    verdict_.remarks.push_back(fmt::format("WAIVED {}: {}{}", result.name(), why, who));
  }

  // Says what is accepted of a case that isn't WAIVED.
  static std::string AcceptedBeside(const Acceptance& acceptance) {
    if (acceptance.findings() == 0) return "";
    return fmt::format("; {} more {} waived", acceptance.findings(),
                       acceptance.findings() == 1 ? "is" : "are");
  }

  void Use(const Acceptance& acceptance) {
    verdict_.accepted_findings += static_cast<std::int64_t>(acceptance.findings());
    for (const auto& [waiver, findings] : acceptance.by) used_.insert(waiver);
  }

  void Count(Status status, bool decides) {
    if (status == Status::kPass) ++verdict_.passed;
    if (status == Status::kFail) ++verdict_.failed;
    if (status == Status::kError) ++verdict_.errors;
    if (status == Status::kNotRun) ++verdict_.not_run;
    if (status == Status::kWaived) ++verdict_.waived;
    if (decides) return;
    if (status == Status::kFail) ++verdict_.advisory.failed;
    if (status == Status::kError) ++verdict_.advisory.errors;
    if (status == Status::kNotRun) ++verdict_.advisory.not_run;
  }

  struct SameError {
    std::size_t reason = 0;  // index in the verdict's reasons
    std::string why;         // of the first case
    std::size_t more = 0;    // cases
  };

  const RunHeader& run_;
  std::map<std::string, SameError> errors_;  // by message
  std::set<const Waiver*> used_;
  bool no_go_ = false;
  bool undecided_ = false;
  Verdict verdict_;
};

}  // namespace

const std::string& DecisionName(Decision decision) {
  static const std::array<std::string, 3> names = {"GO", "NO-GO", "NO-GO (could not decide)"};
  return names.at(static_cast<std::size_t>(decision));
}

std::string DecisionText(const Verdict& verdict, const RunHeader& run) {
  const std::string& name = DecisionName(verdict.decision);
  if (!run.partial()) return name;
  return fmt::format("{} for {} of {}", name, run.declared.size(), Counted(run.planned, "case"));
}

bool Decides(Severity severity, bool strict) { return strict || severity == Severity::kRequired; }

Status StatusOf(const CaseResult& result, bool strict) {
  if (result.error) return Status::kError;
  if (!result.outcome.not_run.empty()) return Status::kNotRun;
  if (result.outcome.examined < 1) return Status::kError;
  const auto& findings = result.outcome.findings;
  const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return Decides(finding.severity, strict);
  });
  return fails ? Status::kFail : Status::kPass;
}

Status StatusOf(const CaseResult& result, const RunHeader& run) {
  const Status status = StatusOf(result, run.strict);
  if (status == Status::kPass || status == Status::kError) return status;
  const Acceptance acceptance = AcceptanceOf(result, run);
  const bool is_open =
      std::any_of(acceptance.open.begin(), acceptance.open.end(),
                  [&](const Finding& one) { return Decides(one.severity, run.strict); });
  return acceptance.by.empty() || is_open ? status : Status::kWaived;
}

const std::string& StatusName(Status status) {
  static const std::array<std::string, 5> names = {"PASS", "FAIL", "ERROR", "NOT RUN", "WAIVED"};
  return names.at(static_cast<std::size_t>(status));
}

Verdict Judge(const Evidence& evidence) {
  const DeclaredResults results(evidence);
  const auto& declared = evidence.run.declared;
  const std::set<std::size_t> again = DeclaredAgain(declared);
  Judgement judgement(evidence.run);
  if (declared.empty()) judgement.AddUndecided("the plan declares no case, so nothing was checked");
  for (std::size_t i = 0; i < declared.size(); ++i) {
    if (again.contains(i)) {
      judgement.AddNoGo(declared[i].name() + " is declared twice");
    } else {
      judgement.Weigh(declared[i], results.Of(i));
    }
  }
  for (const std::string& name : results.undeclared()) {
    judgement.AddNoGo(name + " ran, but the plan does not declare it");
  }
  for (const std::string& contradiction : evidence.contradictions) {
    judgement.AddUndecided(contradiction);
  }
  if (const auto& shard = evidence.run.shard) {
    judgement.AddUndecided(fmt::format("this is only shard {} of {}: gonogo shard merge judges all",
                                       shard->shard, shard->of));
  }
  for (const std::string& skew : ClockFindings(evidence.run)) judgement.AddNoGo(skew);
  for (const std::string& skew : ClockRemarks(evidence.run)) judgement.AddRemark(skew);
  for (const std::string& version : VersionRemarks(evidence.run)) judgement.AddRemark(version);
  judgement.AddOrderRemarks();
  judgement.AddWaiverRemarks();
  return judgement.Conclude();
}

}  // namespace gonogo
