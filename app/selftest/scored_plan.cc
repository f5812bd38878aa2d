// Tells whether there is a database on which the checks of a plan can be tried.
#include "app/selftest/scored_plan.h"

#include <fmt/format.h>

#include "app/context/rehearsal.h"
#include "core/error.h"

namespace gonogo {

std::string UrlVariableOf(const Plan& plan) {
  return plan.fixture.empty() ? plan.connections.at("source").variable : "";
}

void RequireScorable(const PlanOptions& options) {
  const Rehearsal rehearsal = RehearsalOf(options);
  const Plan& plan = rehearsal.plan;
  if (!plan.has_source()) {
    throw PlanError(plan.file +
                    ": a selftest can't score a plan that changes one database, because its checks "
                    "hold only after its migration");
  }
  const std::string variable = UrlVariableOf(plan);
  if (!variable.empty() && ValueOf(rehearsal.environment, variable).empty()) {
    throw PlanError(fmt::format(
        "{}: the plan has no sample database, so it is scored on an excerpt of its source: set {}, "
        "or name an env file that does with --env-file",
        plan.file, variable));
  }
}

}  // namespace gonogo
