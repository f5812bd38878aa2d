// The plan may need variables that only its rehearsal's env file sets, so that is looked up first.
#include "app/setting/rehearsal.h"

#include "app/plan/plan_file.h"
#include "core/error.h"
#include "fixtures/throwaway/kept_pair.h"

namespace gonogo {

Rehearsal RehearsalOf(const PlanOptions& options) {
  PlanOptions rehearsed = options;
  const std::string fixture = FixtureOf(options.plan);
  if (options.env_file.empty() && !fixture.empty()) rehearsed.env_file = fixture + "/rehearsal.env";
  Environment environment = EnvironmentOf(rehearsed);
  Plan plan = LoadPlan(options.plan, environment);
  return {std::move(plan), std::move(environment)};
}

std::string RequireFixture(const Plan& plan) {
  if (plan.fixture.empty()) {
    throw PlanError(plan.file + ": the plan names no \"fixture\" to rehearse with");
  }
  return plan.fixture;
}

ThrowAwayPair KeptPairNamed(const std::string& name) {
  const auto pair = LoadPair(name);
  if (!pair) {
    throw PlanError("there is no pair \"" + name + "\"; `gonogo pair up --name " + name +
                    "` makes one");
  }
  return *pair;
}

void AddProgramOptions(CLI::App& command, PairPrograms& programs) {
  command.add_option("--source-bin", programs.source, "folder of the source's server programs")
      ->option_text("DIR");
  command.add_option("--target-bin", programs.target, "folder of the target's server programs")
      ->option_text("DIR");
}

}  // namespace gonogo
