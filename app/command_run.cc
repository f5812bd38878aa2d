// gonogo run [PHASE...]
#include <memory>

#include "app/commands.h"
#include "app/files.h"
#include "app/options.h"
#include "app/rehearsal.h"

namespace gonogo {
namespace {

struct RunCommandLine {
  PlanOptions plan;
  OutputOptions output;
  std::vector<std::string> phases;
  std::string source;
  std::string target;
  std::string pair;
};

int RunOnKeptPair(const RunCommandLine& line, const RunOptions& options) {
  const ThrowAwayPair pair = KeptPairNamed(line.pair);
  Rehearsal rehearsal = RehearsalOf(line.plan);
  SetConnections(rehearsal.plan, pair, rehearsal.environment);
  const Endpoints endpoints = ResolveEndpoints(rehearsal.plan, rehearsal.environment);
  return Run(rehearsal.plan, rehearsal.environment, endpoints, options);
}

int RunOnServers(const RunCommandLine& line, const RunOptions& options) {
  Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  if (!line.source.empty()) SetConnection(plan, "source", line.source, environment);
  if (!line.target.empty()) SetConnection(plan, "target", line.target, environment);
  return Run(plan, environment, ResolveEndpoints(plan, environment), options);
}

int Execute(const RunCommandLine& line) {
  RunOptions options = RunOptionsOf(line.output);
  options.phases = PhasesOf(line.phases);
  if (options.phases.empty() && options.checks.empty()) options.phases = {Phase::kGate};
  return line.pair.empty() ? RunOnServers(line, options) : RunOnKeptPair(line, options);
}

}  // namespace

void AddRun(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("run", "run the cases of the phases, judge, write the evidence");
  const auto line = std::make_shared<RunCommandLine>();
  line->plan.AddTo(*command);
  command->add_option("PHASE", line->phases,
                      "preflight, schema, ..., or all (default: gate; with --check: all)");
  auto* const source =
      command->add_option("--source", line->source, "the source's URL")->option_text("URL");
  auto* const target =
      command->add_option("--target", line->target, "the target's URL")->option_text("URL");
  command->add_option("--pair", line->pair, "run on the throw-away pair of that name: a rehearsal")
      ->option_text("NAME")
      ->excludes(source)
      ->excludes(target);
  line->output.AddTo(*command);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
