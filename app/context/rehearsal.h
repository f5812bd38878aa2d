// Runs of a plan on a throw-away pair.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/context/plan_options.h"
#include "app/context/run_context.h"
#include "app/plan/plan_file.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

// A plan to be rehearsed, before the URLs of the pair are known.
struct Rehearsal {
  PlanDocument document;
  Environment environment;
  // Read in this environment, so that a mistake in the plan shows before any server is started.
  Plan plan;
};

// Reads the plan in the environment of its rehearsal: the env file that is given, or else the
// fixture's rehearsal.env, over the variables of the process. Throws PlanError.
Rehearsal RehearsalOf(const PlanOptions& options);

// Returns the context of a rehearsal on the pair. Reads the plan again, because values of it may be
// URLs of the pair. Throws PlanError.
RunContext ContextOn(const ThrowAwayPair& pair, Rehearsal rehearsal);

// Returns the folder of the plan's sample database. Throws PlanError if the plan names none.
std::string RequireSampleDatabase(const Plan& plan);

// Throws PlanError if there isn't a pair of that name.
ThrowAwayPair KeptPairNamed(const std::string& name);

// Adds --source-bin and --target-bin.
void AddProgramOptions(CLI::App& command, PairPrograms& programs);

}  // namespace gonogo
