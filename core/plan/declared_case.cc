// Lists the cases of a plan, and checks that selections and waivers match some of them.
#include "core/plan/declared_case.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

template <typename Value>
bool IsSelected(const Value& value, std::span<const Value> selected) {
  return selected.empty() || std::find(selected.begin(), selected.end(), value) != selected.end();
}

std::string Describe(std::span<const Phase> phases) {
  if (phases.empty()) return "any phase";
  return (phases.size() == 1 ? "phase " : "phases ") +
         Join(PhaseNames({phases.begin(), phases.end()}), ", ");
}

std::vector<std::string> CheckIds(const Plan& plan) {
  std::vector<std::string> ids;
  for (const Check& check : plan.checks) ids.push_back(check.id);
  return ids;
}

void RequireCheck(const Plan& plan, const std::string& id) {
  const std::vector<std::string> known = CheckIds(plan);
  if (std::find(known.begin(), known.end(), id) != known.end()) return;
  throw PlanError(fmt::format("the plan has no check \"{}\"{}", id, Suggestion(id, known)));
}

}  // namespace

std::vector<DeclaredCase> DeclaredCases(const Plan& plan, std::span<const Phase> phases,
                                        std::span<const std::string> checks) {
  std::vector<DeclaredCase> declared;
  std::vector<const Check*> done;
  for (const Phase phase : AllPhases()) {
    if (!IsSelected(phase, phases)) continue;
    for (const Check& check : plan.checks) {
      const bool seen = std::find(done.begin(), done.end(), &check) != done.end();
      if (seen || !check.BelongsTo(phase) || !IsSelected(check.id, checks)) continue;
      done.push_back(&check);
      for (const Subject& subject : check.subjects) {
        declared.push_back({check.id, subject.name, phase, check.severity});
      }
    }
  }
  return declared;
}

void RequireValidSelection(const Plan& plan, std::span<const Phase> phases,
                           std::span<const std::string> checks) {
  for (const std::string& check : checks) {
    RequireCheck(plan, check);
    if (DeclaredCases(plan, phases, std::vector{check}).empty()) {
      throw PlanError(fmt::format("check \"{}\" isn't in {}", check, Describe(phases)));
    }
  }
  if (DeclaredCases(plan, phases, checks).empty()) {
    throw PlanError(fmt::format("nothing to run: the plan has no check in {}", Describe(phases)));
  }
}

void RequireMatchingCase(const Plan& plan, const Waiver& waiver) {
  RequireCheck(plan, waiver.check);
  std::vector<std::string> subjects;
  for (const Subject& subject : plan.CheckNamed(waiver.check).subjects) {
    if (Covers(waiver, waiver.check, subject.name)) return;
    subjects.push_back(subject.name);
  }
  throw PlanError(fmt::format("check \"{}\" has no subject \"{}\"{}", waiver.check, waiver.subject,
                              Suggestion(waiver.subject, subjects)));
}

}  // namespace gonogo
