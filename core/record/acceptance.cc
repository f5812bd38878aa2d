// What waivers accept of a case: finding by finding, because a case may find anything later.
#include "core/record/acceptance.h"

#include <fmt/format.h>

#include "core/record/clocks.h"
#include "core/record/verdict.h"

namespace gonogo {
namespace {

bool AcceptsText(const Waiver& waiver, const CaseResult& result, const std::string& text) {
  return Accepts(waiver, result.check, result.subject, text);
}

}  // namespace

std::string ReasonNotInForce(const Waiver& waiver, const RunHeader& run) {
  if (AcceptsNothing(waiver)) {
    return "accepts nothing, because it doesn't say which findings: record it again with --finding "
           "PATTERN or --as-seen";
  }
  if (IsOfAnotherPlan(waiver, run.plan_digest)) {
    return fmt::format("is of another version of the plan (sha256 {}) and does not apply",
                       waiver.plan_digest.substr(0, 12));
  }
  if (IsExpired(waiver, LatestTime(run))) return "expired on " + waiver.until;
  return "";
}

std::size_t Acceptance::findings() const {
  std::size_t sum = 0;
  for (const Accepted& one : by) sum += one.findings;
  return sum;
}

std::vector<std::string> TextsToAccept(const CaseResult& result, bool strict) {
  const Status status = StatusOf(result, strict);
  if (status == Status::kNotRun) return {result.outcome.not_run};
  std::vector<std::string> texts;
  if (status != Status::kFail) return texts;
  for (const Finding& finding : result.outcome.findings) {
    if (Decides(finding.severity, strict)) texts.push_back(Describe(finding));
  }
  return texts;
}

Acceptance AcceptanceOf(const CaseResult& result, const RunHeader& run) {
  Acceptance acceptance{.by = {}, .open = result.outcome.findings};
  const Status status = StatusOf(result, run.strict);
  if (status != Status::kFail && status != Status::kNotRun) return acceptance;
  for (const Waiver& waiver : run.waivers) {
    if (!Covers(waiver, result.check, result.subject) || !ReasonNotInForce(waiver, run).empty()) {
      continue;
    }
    // Nobody has seen the differences that the findings don't name.
    if (result.outcome.has_more && !waiver.seen_in.empty()) continue;
    const std::size_t accepted =
        status == Status::kNotRun
            ? (acceptance.by.empty() && AcceptsText(waiver, result, result.outcome.not_run) ? 1 : 0)
            : std::erase_if(acceptance.open, [&](const Finding& finding) {
                return AcceptsText(waiver, result, Describe(finding));
              });
    if (accepted > 0) acceptance.by.push_back({&waiver, accepted});
  }
  return acceptance;
}

}  // namespace gonogo
