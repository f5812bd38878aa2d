// The cases that a plan declares: the verdict demands that each has run exactly once.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/plan.h"

namespace gonogo {

struct DeclaredCase {
  std::string check;
  std::string subject;
  Phase phase = Phase::kGate;  // the first of the phases asked for that its check belongs to
  Severity severity = Severity::kRequired;

  std::string name() const { return check + "." + subject; }
};

// The cases of a plan that belong to one of the phases (none given: all), of the checks named (none
// given: all), phase by phase in runbook order; each check once.
std::vector<DeclaredCase> DeclaredCases(const Plan& plan, std::span<const Phase> phases,
                                        std::span<const std::string> checks);

// Throws PlanError where a check that was named is unknown or belongs to none of the phases, or
// where nothing is left to run: what was asked for must not be left out in silence.
void RequireEachRuns(const Plan& plan, std::span<const Phase> phases,
                     std::span<const std::string> checks);

// Throws PlanError where the waiver covers no case of the plan: a slip of the pen accepts nothing.
void RequireCovered(const Plan& plan, const Waiver& waiver);

}  // namespace gonogo
