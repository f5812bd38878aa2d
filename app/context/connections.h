// Finds the servers of a plan: by URLs that are given, or else by the plan's environment variables.
#pragma once

#include <string>

#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "core/values/side.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/pooler/pooler.h"

namespace gonogo {

struct Endpoints {
  ConnectionString source;  // empty if the plan has no source
  ConnectionString target;
  PoolerAddress pooler;  // may be missing: only the gate for the pooler needs it
};

// The URLs of --source and --target, or of a throw-away pair; "" if the plan's own is used.
using GivenUrls = PerSide<std::string>;

// Returns the given URL, or else the plan's, with the plan's pin. Throws PlanError that names the
// variable which is missing or malformed, and says what to do.
ConnectionString ResolveEndpoint(const Plan& plan, SideName side, const std::string& given,
                                 const Environment& environment);
Endpoints ResolveEndpoints(const Plan& plan, const GivenUrls& given,
                           const Environment& environment);

// Sets the variables that the plan names to the URLs that are given. The gate launch_environment,
// the plan's commands and child processes read them there. Throws PlanError if the plan names no
// variable.
void SetUrlVariables(const Plan& plan, const GivenUrls& given, Environment& environment);

}  // namespace gonogo
