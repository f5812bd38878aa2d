// The cases that a plan declares. For a GO, each of them must have run exactly once.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/plan.h"

namespace gonogo {

struct DeclaredCase {
  std::string check;
  std::string subject;
  Phase phase = Phase::kGate;  // the check's first phase among those that were asked for
  Severity severity = Severity::kRequired;

  std::string name() const { return check + "." + subject; }
};

// Returns the plan's cases in these phases (none given: all) and of these checks (none given: all).
// They are sorted by phase, in runbook order; each check appears once.
std::vector<DeclaredCase> DeclaredCases(const Plan& plan, std::span<const Phase> phases,
                                        std::span<const std::string> checks);

// Throws PlanError if one of `checks` is unknown or isn't in any of the phases, or if no case would
// run.
void RequireValidSelection(const Plan& plan, std::span<const Phase> phases,
                           std::span<const std::string> checks);

// Throws PlanError if the waiver matches no case of the plan, which is usually a typing error.
void RequireMatchingCase(const Plan& plan, const Waiver& waiver);

}  // namespace gonogo
