// From a plan and what was asked for to a list of cases.
#include "core/plan/declared_case.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

template <typename Value>
bool IsAsked(const Value& value, std::span<const Value> asked) {
  return asked.empty() || std::find(asked.begin(), asked.end(), value) != asked.end();
}

std::string Describe(std::span<const Phase> phases) {
  return phases.empty() ? "any phase" : Join(PhaseNames({phases.begin(), phases.end()}), ", ");
}

}  // namespace

std::vector<DeclaredCase> DeclaredCases(const Plan& plan, std::span<const Phase> phases,
                                        std::span<const std::string> checks) {
  std::vector<DeclaredCase> declared;
  std::vector<const Check*> done;
  for (const Phase phase : AllPhases()) {
    if (!IsAsked(phase, phases)) continue;
    for (const Check& check : plan.checks) {
      const bool seen = std::find(done.begin(), done.end(), &check) != done.end();
      if (seen || !check.BelongsTo(phase) || !IsAsked(check.id, checks)) continue;
      done.push_back(&check);
      for (const Subject& subject : check.subjects) {
        declared.push_back({check.id, subject.name, phase, check.severity});
      }
    }
  }
  return declared;
}

void RequireEachRuns(const Plan& plan, std::span<const Phase> phases,
                     std::span<const std::string> checks) {
  std::vector<std::string> known;
  for (const Check& check : plan.checks) known.push_back(check.id);
  for (const std::string& check : checks) {
    if (std::find(known.begin(), known.end(), check) == known.end()) {
      throw PlanError("the plan has no check \"" + check + "\"" + Suggestion(check, known));
    }
    if (DeclaredCases(plan, phases, std::vector{check}).empty()) {
      throw PlanError("check \"" + check + "\" does not belong to " + Describe(phases));
    }
  }
  if (DeclaredCases(plan, phases, checks).empty()) {
    throw PlanError("no check of the plan belongs to " + Describe(phases) +
                    ": there is nothing to run");
  }
}

void RequireCovered(const Plan& plan, const Waiver& waiver) {
  std::vector<std::string> known;
  for (const Check& check : plan.checks) known.push_back(check.id);
  if (std::find(known.begin(), known.end(), waiver.check) == known.end()) {
    throw PlanError("the plan has no check \"" + waiver.check + "\" to waive" +
                    Suggestion(waiver.check, known));
  }
  std::vector<std::string> subjects;
  for (const Subject& subject : plan.CheckNamed(waiver.check).subjects) {
    if (Covers(waiver, waiver.check, subject.name)) return;
    subjects.push_back(subject.name);
  }
  throw PlanError("check \"" + waiver.check + "\" has no subject \"" + waiver.subject + "\"" +
                  Suggestion(waiver.subject, subjects));
}

}  // namespace gonogo
