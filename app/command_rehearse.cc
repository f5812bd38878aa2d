// gonogo rehearse: the runbook of the plan on a throw-away pair that is filled, moved and gone.
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/options.h"
#include "app/rehearsal.h"
#include "app/setting.h"
#include "app/staged_run.h"
#include "core/error.h"
#include "fixtures/clock.h"
#include "fixtures/sample.h"
#include "fixtures/throwaway_pair.h"
#include "stages/interrupt.h"

namespace gonogo {
namespace {

struct RehearseCommandLine {
  PlanOptions plan;
  OutputOptions output;
  PairPrograms programs;
};

// What the rehearsal of a plan without stages does: a copy as a runbook makes it, and every check.
int RunOnCopy(const Setting& setting, const ThrowAwayPair& pair, const RehearseCommandLine& line) {
  std::cerr << "gonogo: copying the source to the target\n";
  FillTarget(pair);
  ThrowIfInterrupted();
  return Run(setting.plan, setting.environment, setting.endpoints, RunOptionsOf(line.output));
}

// Every stage from preflight on, confirmed without being asked: it is a rehearsal.
int RunStages(const Setting& setting, const RehearseCommandLine& line) {
  if (!line.output.checks.empty()) {
    throw PlanError("--check goes with `gonogo run`: this rehearsal does the plan's stages");
  }
  StagedOptions options = StagedOptionsOf(line.output);
  if (options.folder.empty()) options.folder = std::filesystem::path("evidence") / NewRunId();
  if (std::filesystem::exists(options.folder) && !std::filesystem::is_empty(options.folder)) {
    throw PlanError(options.folder.string() + " is not empty: a rehearsal begins afresh");
  }
  for (const auto& [phase, arguments] : setting.plan.stages) {
    if (arguments.Has("confirm")) {
      options.confirmations.given.push_back(arguments.Text("confirm"));
    }
  }
  return DoStages(setting.plan, setting.environment, setting.endpoints, {.stage = "all"}, options);
}

int Execute(const RehearseCommandLine& line) {
  auto [plan, environment] = RehearsalOf(line.plan);
  const std::string fixture = DemandFixture(plan);

  const std::filesystem::path folder = MakePairFolder();
  const PairGuard guard(folder);
  std::cerr << "gonogo: starting the throw-away pair in " << folder.string() << "\n";
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  ThrowIfInterrupted();
  std::cerr << "gonogo: filling the source (PostgreSQL " << pair.source.major
            << "); the target is PostgreSQL " << pair.target.major << "\n";
  FillSource(pair, fixture);
  ThrowIfInterrupted();

  SetConnections(plan, pair, environment);
  const Endpoints endpoints = ResolveEndpoints(plan, environment);
  const Setting setting{std::move(plan), std::move(environment), endpoints};
  return setting.plan.stages.empty() ? RunOnCopy(setting, pair, line) : RunStages(setting, line);
}

}  // namespace

void AddRehearse(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("rehearse", "the whole runbook of the plan, on a throw-away pair");
  const auto line = std::make_shared<RehearseCommandLine>();
  line->plan.AddTo(*command);
  AddProgramOptions(*command, line->programs);
  line->output.AddTo(*command);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
