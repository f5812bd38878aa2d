// A plan of the user that a selftest scores.
#pragma once

#include <string>

#include "app/context/plan_options.h"
#include "core/plan/plan.h"

namespace gonogo {

// Returns the variable with the URL of the database that an excerpt is made of; "" if the plan has
// a sample database, or the URL itself.
std::string UrlVariableOf(const Plan& plan);

// Throws PlanError if a selftest can't score the plan, before any server is started.
void RequireScorable(const PlanOptions& options);

}  // namespace gonogo
