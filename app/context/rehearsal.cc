// Runs of a plan on a throw-away pair.
#include "app/context/rehearsal.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/shown_command.h"
#include "fixtures/throwaway/kept_pair.h"

namespace gonogo {
namespace {

// The variable of the server on which preflight restores its backup to try it; "" if the plan names
// none.
std::string RestoreVariable(const Plan& plan) {
  const auto preflight = plan.stages.find(Phase::kPreflight);
  if (preflight == plan.stages.end() || !preflight->second.Has("restore_on")) return "";
  const Json& restore_on = preflight->second.Map("restore_on");
  return restore_on.is_object() ? restore_on.at("env").get<std::string>() : "";
}

}  // namespace

Rehearsal RehearsalOf(const PlanOptions& options) {
  PlanDocument document = ReadPlanDocument(options.plan);
  PlanOptions rehearsed = options;
  if (options.env_file.empty() && !document.fixture.empty()) {
    rehearsed.env_file = document.fixture + "/rehearsal.env";
  }
  Environment environment = EnvironmentOf(rehearsed);
  // The next rehearsal finds the sample's own file by itself.
  if (options.env_file.empty()) environment.erase(kEnvFileRead);
  Plan plan = ReadPlan(document, environment);
  return {std::move(document), std::move(environment), std::move(plan)};
}

RunContext ContextOn(const ThrowAwayPair& pair, Rehearsal rehearsal) {
  auto& [document, environment, plan] = rehearsal;
  GivenUrls urls{.source = "", .target = pair.target.Url()};
  if (plan.has_source()) {
    urls.source = pair.source.Url();
  } else if (const std::string variable = RestoreVariable(plan); !variable.empty()) {
    environment[variable] = pair.source.Url();  // the source's cluster is free
  }
  SetUrlVariables(plan, urls, environment);
  plan = ReadPlan(document, environment);
  const Endpoints endpoints = ResolveEndpoints(plan, urls, environment);
  MigrationFolder migration = MigrationFolderOf(environment, plan.name);
  return {std::move(plan), std::move(environment), endpoints, std::move(migration)};
}

std::string RequireSampleDatabase(const Plan& plan) {
  if (plan.fixture.empty()) {
    throw PlanError(plan.file + ": the plan can't be rehearsed, because it has no \"fixture\"");
  }
  return plan.fixture;
}

ThrowAwayPair KeptPairNamed(const std::string& name) {
  const auto pair = LoadPair(name);
  if (!pair) {
    throw PlanError(
        fmt::format("pair \"{0}\" doesn't exist; `gonogo pair up --name {0}` starts one", name));
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
