// Compares findings after the plan's renaming.
#include "gates/objects/shared_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "gates/objects/relation_catalogue.h"

namespace gonogo {
namespace {

void MarkShared(const std::vector<Finding>& of_source, const Renaming& renaming,
                std::vector<Finding>& of_target) {
  for (const Finding& source : of_source) {
    const Finding renamed{renaming.OnTarget(source.subject), renaming.OnTarget(source.have),
                          renaming.OnTarget(source.want), source.severity};
    const auto shared = std::find(of_target.begin(), of_target.end(), renamed);
    if (shared == of_target.end()) continue;
    shared->have += ", as on the source";
    shared->severity = Severity::kAdvisory;
  }
}

}  // namespace

Outcome JudgeTarget(const Inspection& in, const SideJudge& judge) {
  Outcome outcome = judge(SideName::kTarget);
  if (outcome.findings.empty() || !in.plan.has_source()) return outcome;
  try {
    in.pair.RequireComparable();
    MarkShared(judge(SideName::kSource).findings, in.catalogue.renaming(), outcome.findings);
  } catch (const DatabaseError& error) {
    outcome.notes.push_back(
        fmt::format("can't tell whether the source has the same: {}", error.what()));
  }
  return outcome;
}

}  // namespace gonogo
