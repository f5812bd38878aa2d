// Runs on a throw-away pair: which plan, in which environment, on which pair.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/setting/plan_options.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

struct Rehearsal {
  Plan plan;
  Environment environment;
};

// The plan, read in the environment of its rehearsal: the env file that is named, else the
// fixture's rehearsal.env, laid over the process's own. Throws PlanError.
Rehearsal RehearsalOf(const PlanOptions& options);

// The folder of the plan's sample database. Throws PlanError where it names none.
std::string RequireFixture(const Plan& plan);

// The pair of that name. Throws PlanError where there is none.
ThrowAwayPair KeptPairNamed(const std::string& name);

// --source-bin and --target-bin.
void AddProgramOptions(CLI::App& command, PairPrograms& programs);

}  // namespace gonogo
