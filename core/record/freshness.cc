// Times of one host are compared as they are; those of several hosts, which a merge compares, are
// as right as their clocks.
#include "core/record/freshness.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/record/clocks.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

// Throws PlanError if the text isn't a time.
UtcTime TimeOf(const std::string& text) {
  if (const auto time = ParseUtc(text)) return *time;
  throw PlanError(fmt::format("{} isn't a time", ToText(Json(text))));
}

std::string EndOfCase(const CaseResult& result) {
  return UtcText(TimeOf(result.started) + result.duration);
}

bool Counts(const CaseResult& result, const RunHeader& run) {
  const Status status = StatusOf(result, run);
  return status == Status::kPass || status == Status::kWaived;
}

const std::string& SeesOf(const CaseResult& result, const RunHeader& run) {
  return result.sees.empty() ? run.started : result.sees;
}

std::string WhyTooOld(const CaseResult& result, std::chrono::minutes max_age,
                      const std::string& end) {
  const auto age =
      std::chrono::duration_cast<std::chrono::milliseconds>(TimeOf(end) - TimeOf(result.started));
  if (max_age.count() == 0 || age <= max_age) return "";
  return fmt::format("its result of {} was {} old at {}, but counts for {}: run it again",
                     result.started, DurationText(age), end, DurationText(max_age));
}

bool HasMaxAge(const RunHeader& run) {
  return std::any_of(run.about.begin(), run.about.end(),
                     [](const auto& one) { return one.second.max_age.count() > 0; });
}

}  // namespace

std::string EndOf(const Evidence& evidence) {
  std::string end = std::max(evidence.run.started, evidence.run.merged);
  for (const CaseResult& result : evidence.cases) end = std::max(end, EndOfCase(result));
  return end;
}

std::string CountsUntil(const Evidence& evidence) {
  std::string until;
  if (!HasMaxAge(evidence.run)) return until;
  for (const CaseResult& result : evidence.cases) {
    const auto facts = evidence.run.about.find(result.check);
    if (facts == evidence.run.about.end() || facts->second.max_age.count() == 0) continue;
    const std::string here = UtcText(TimeOf(result.started) + facts->second.max_age);
    if (until.empty() || here < until) until = here;
  }
  return until;
}

bool IsKnown(const FirstCheck& after, const RunHeader& run) {
  return !after.passed.empty() ||
         std::any_of(run.declared.begin(), run.declared.end(),
                     [&](const DeclaredCase& one) { return one.check == after.check; });
}

std::string PassedAt(const FirstCheck& after, const Evidence& evidence) {
  if (!after.passed.empty()) return after.passed;
  std::map<std::string, std::string> ended;  // by case
  for (const CaseResult& result : evidence.cases) {
    if (result.check != after.check) continue;
    if (!Counts(result, evidence.run)) return "";
    std::string& end = ended[result.name()];
    end = std::max(end, EndOfCase(result));
  }
  std::string passed;
  for (const DeclaredCase& one : evidence.run.declared) {
    if (one.check != after.check) continue;
    const auto end = ended.find(one.name());
    if (end == ended.end()) return "";
    passed = std::max(passed, end->second);
  }
  return passed;
}

std::string WhyTooEarly(const FirstCheck& after, const std::string& passed,
                        const std::string& sees) {
  if (passed.empty()) {
    return fmt::format("it comes after check {}, which hasn't passed", after.check);
  }
  if (TimeOf(passed) <= TimeOf(sees)) return "";
  return fmt::format(
      "it read the state of {}, but check {}, after which it comes, passed at {}: run it again",
      sees, after.check, passed);
}

void ExpireResults(Evidence& evidence) {
  const auto& about = evidence.run.about;
  const bool has_order = std::any_of(about.begin(), about.end(),
                                     [](const auto& one) { return one.second.after.has_value(); });
  if (!has_order && !HasMaxAge(evidence.run)) return;
  const std::string end = EndOf(evidence);
  std::map<std::string, std::string> passed;  // by the check that comes after
  for (const auto& [check, facts] : about) {
    if (facts.after && IsKnown(*facts.after, evidence.run)) {
      passed[check] = PassedAt(*facts.after, evidence);
    }
  }
  std::map<const CaseResult*, std::string> why;
  for (const CaseResult& result : evidence.cases) {
    const auto facts = about.find(result.check);
    if (facts == about.end() || !Counts(result, evidence.run)) continue;
    std::string reason;
    if (const auto first = passed.find(result.check); first != passed.end()) {
      reason = WhyTooEarly(*facts->second.after, first->second, SeesOf(result, evidence.run));
    }
    if (reason.empty()) reason = WhyTooOld(result, facts->second.max_age, end);
    if (!reason.empty()) why[&result] = std::move(reason);
  }
  for (CaseResult& result : evidence.cases) {
    const auto reason = why.find(&result);
    if (reason != why.end()) result.outcome.not_run = reason->second;
  }
}

}  // namespace gonogo
