// The variables that a plan reads, as far as its text tells.
#pragma once

#include <set>
#include <string>

#include "app/plan/plan_file.h"
#include "core/plan/plan.h"

namespace gonogo {

// Returns every text of the plan and every name in it that can be a variable's, those of
// the parameters' defaults included, and the variables by which gonogo and libpq find files.
std::set<std::string> VariablesOf(const PlanDocument& document, const Plan& plan);

}  // namespace gonogo
