// Only required cases count: an advisory finding decides nothing.
#include "core/record/trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/record/verdict.h"
#include "core/text/glob.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

const std::string kError = "ERROR ";
const std::string kNotRun = "NOT RUN ";

std::string WordsOf(const CaseResult& result) {
  if (result.error) return kError + result.error->message;
  if (!result.outcome.findings.empty()) return Describe(result.outcome.findings.front());
  return result.outcome.not_run.empty() ? "examined nothing" : result.outcome.not_run;
}

// Returns true if the case says what it must.
bool Reports(const CaseResult& result, Status status, const std::string& finding) {
  if (finding.starts_with(kError)) {
    return status == Status::kError && MatchesGlob(finding, WordsOf(result));
  }
  if (finding.starts_with(kNotRun)) {
    return status == Status::kNotRun && MatchesGlob(finding, kNotRun + result.outcome.not_run);
  }
  if (status != Status::kFail) return false;
  const auto& findings = result.outcome.findings;
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& one) { return MatchesGlob(finding, Describe(one)); });
}

// Returns the first finding about the subject of the expected one; "" if there is none.
std::string InOtherWords(const CaseResult& result, const std::string& expected) {
  const std::string subject = expected.substr(0, expected.find(": have "));
  for (const Finding& finding : result.outcome.findings) {
    if (MatchesGlob(subject, finding.subject)) return Describe(finding);
  }
  return "";
}

std::string Listed(const std::map<std::string, std::string>& red) {
  std::vector<std::string> gates;
  for (const auto& [gate, words] : red) gates.push_back(fmt::format("{} ({})", gate, words));
  return Join(gates, "; ");
}

}  // namespace

const std::string& FateName(Fate fate) {
  static const std::array<std::string, 5> names = {"killed", "survived", "false alarm", "unviable",
                                                   "impossible"};
  return names.at(static_cast<std::size_t>(fate));
}

std::size_t Selftest::Count(Fate fate) const {
  return static_cast<std::size_t>(std::count_if(
      trials.begin(), trials.end(), [&](const Trial& trial) { return trial.fate == fate; }));
}

Trial Judge(const Damage& damage, const std::vector<CaseResult>& results,
            const std::map<std::string, std::string>& gates, Wording wording) {
  Trial trial{.damage = damage, .fate = Fate::kKilled, .why = "", .red = {}, .asked = {}};
  std::set<std::string> asked;
  bool is_seen = damage.IsHarmless();
  std::string others;
  std::map<std::string, std::string> unexpected;
  for (const CaseResult& result : results) {
    const Status status = StatusOf(result, false);
    const std::string& gate = gates.at(result.check);
    asked.insert(gate);
    const bool is_red = status != Status::kPass && Decides(result.severity, false);
    if (is_red) trial.red.try_emplace(gate, WordsOf(result));
    if (gate == damage.gate) {
      is_seen = is_seen || Reports(result, status, damage.finding);
      if (status == Status::kFail && others.empty()) others = InOtherWords(result, damage.finding);
    } else if (is_red && !damage.also.contains(gate)) {
      unexpected.try_emplace(gate, WordsOf(result));
    }
  }
  if (!is_seen && wording == Wording::kAny && !others.empty()) {
    is_seen = true;
    trial.in_other_words = others;
  }
  trial.asked.assign(asked.begin(), asked.end());
  if (asked.empty() || (!damage.IsHarmless() && !asked.contains(damage.gate))) {
    trial.fate = Fate::kSurvived;
    trial.why = damage.IsHarmless() ? "no case looked"
                                    : fmt::format("no check of the plan uses gate {}", damage.gate);
  } else if (!is_seen) {
    trial.fate = Fate::kSurvived;
    const auto found = trial.red.find(damage.gate);
    trial.why = found == trial.red.end()
                    ? fmt::format("{} is green", damage.gate)
                    : fmt::format("{} says otherwise: {}", damage.gate, found->second);
  } else if (!unexpected.empty()) {
    trial.fate = Fate::kFalseAlarm;
    trial.why = "also red: " + Listed(unexpected);
  }
  return trial;
}

}  // namespace gonogo
