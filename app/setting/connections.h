// Where a run connects to: what the command line says, else what the plan says, which is mostly the
// name of an environment variable.
#pragma once

#include <filesystem>
#include <string>

#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "fixtures/pair.h"
#include "fixtures/pooler/pooler.h"
#include "fixtures/session/connection_string.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

struct Endpoints {
  ConnectionString source;  // nothing where the plan has none
  ConnectionString target;
  std::filesystem::path baseline;  // where the plan has no source: the file, there or not
  PoolerAddress pooler;  // missing, and why, where it cannot be had: only its own gate needs it
};

// Lays `url` over the environment under the variable that the plan names for `connection`, so that
// gates see what the run sees. Throws PlanError where the plan names no variable for it.
void SetConnection(const Plan& plan, const std::string& connection, const std::string& url,
                   Environment& environment);

// Throw PlanError that says which variable is missing, or malformed, and what to do.
ConnectionString ResolveEndpoint(const Plan& plan, const std::string& name,
                                 const Environment& environment);
Endpoints ResolveEndpoints(const Plan& plan, const Environment& environment);

// Both sides, opened: the target, and the source or the baseline.
Pair OpenPair(const Plan& plan, const Endpoints& endpoints);

// The environment of a rehearsal: the pair's URLs laid over `environment`. Where the plan has no
// source, its cluster is where preflight tries its backup ("restore_on").
void SetConnections(const Plan& plan, const ThrowAwayPair& pair, Environment& environment);

}  // namespace gonogo
