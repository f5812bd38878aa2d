// The only place that decides. It trusts nobody's counts: it recounts the cases by name.
#include "core/verdict.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/text.h"

namespace gonogo {
namespace {

std::string WhyNot(const CaseResult& result, Status status) {
  if (status == Status::kError) {
    if (!result.error) return "examined nothing";
    return result.error->message;
  }
  const auto& findings = result.outcome.findings;
  const auto first = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::kRequired;
  });
  const Finding& shown = first == findings.end() ? findings.front() : *first;
  const auto more = static_cast<std::int64_t>(findings.size()) - 1;
  return InWords(shown) + (more > 0 ? " (and " + Counted(more, "more finding") + ")" : "");
}

class Judgement {
 public:
  explicit Judgement(bool strict) : strict_(strict) {}

  void Weigh(const DeclaredCase& declared, const std::vector<const CaseResult*>& results) {
    if (results.empty()) {
      // Whatever its severity: a run that leaves cases out is not one to rely on.
      ++verdict_.not_run;
      Undecided(declared.name() + " did not run");
      return;
    }
    if (results.size() > 1) {
      NoGo(declared.name() + " ran " + std::to_string(results.size()) +
           " times: one run, one result");
    }
    for (const CaseResult* result : results) Weigh(declared, *result);
  }

  void NoGo(const std::string& reason) {
    verdict_.reasons.push_back(reason);
    no_go_ = true;
  }

  void Undecided(const std::string& reason) {
    verdict_.reasons.push_back(reason);
    undecided_ = true;
  }

  Verdict Conclude() {
    verdict_.decision = no_go_       ? Decision::kNoGo
                        : undecided_ ? Decision::kUndecided
                                     : Decision::kGo;
    return std::move(verdict_);
  }

 private:
  void Weigh(const DeclaredCase& declared, const CaseResult& result) {
    const Status status = StatusOf(result, strict_);
    Count(status);
    if (status == Status::kPass) {
      for (const Finding& finding : result.outcome.findings) {
        verdict_.remarks.push_back(result.name() + ": " + InWords(finding));
      }
      return;
    }
    const std::string why =
        StatusName(status) + " " + result.name() + ": " + WhyNot(result, status);
    if (!Decides(declared.severity, strict_)) {
      verdict_.remarks.push_back(why);
    } else if (status == Status::kFail) {
      NoGo(why);
    } else {
      Undecided(why);
    }
  }

  void Count(Status status) {
    if (status == Status::kPass) ++verdict_.passed;
    if (status == Status::kFail) ++verdict_.failed;
    if (status == Status::kError) ++verdict_.errors;
  }

  bool strict_;
  bool no_go_ = false;
  bool undecided_ = false;
  Verdict verdict_;
};

}  // namespace

const std::string& DecisionName(Decision decision) {
  static const std::array<std::string, 3> names = {"GO", "NO-GO", "NO-GO (could not decide)"};
  return names.at(static_cast<std::size_t>(decision));
}

bool Decides(Severity severity, bool strict) { return strict || severity == Severity::kRequired; }

Status StatusOf(const CaseResult& result, bool strict) {
  if (result.error || result.outcome.examined < 1) return Status::kError;
  const auto& findings = result.outcome.findings;
  const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return Decides(finding.severity, strict);
  });
  return fails ? Status::kFail : Status::kPass;
}

const std::string& StatusName(Status status) {
  static const std::array<std::string, 3> names = {"PASS", "FAIL", "ERROR"};
  return names.at(static_cast<std::size_t>(status));
}

Verdict Judge(const Evidence& evidence) {
  std::map<std::string, std::vector<const CaseResult*>> by_name;
  for (const CaseResult& result : evidence.cases) by_name[result.name()].push_back(&result);

  Judgement judgement(evidence.run.strict);
  const auto& declared = evidence.run.declared;
  if (declared.empty()) judgement.Undecided("no case is declared, so nothing was looked at");
  std::map<std::string, int> times_declared;
  for (const DeclaredCase& one : declared) {
    if (++times_declared[one.name()] > 1) {
      judgement.NoGo(one.name() + " is declared twice");
      continue;
    }
    judgement.Weigh(one, by_name[one.name()]);
  }
  for (const auto& [name, found] : by_name) {
    if (times_declared.contains(name)) continue;
    judgement.NoGo(name + " ran but the plan does not declare it");
  }
  for (const std::string& contradiction : evidence.contradictions) {
    judgement.Undecided(contradiction);
  }
  return judgement.Conclude();
}

}  // namespace gonogo
