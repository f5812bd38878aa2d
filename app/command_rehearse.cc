// gonogo rehearse: the plan on a throw-away pair that is filled, looked at and gone.
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/files.h"
#include "app/interrupt.h"
#include "app/options.h"
#include "core/error.h"
#include "fixtures/sample.h"
#include "fixtures/throwaway_pair.h"

namespace gonogo {
namespace {

struct RehearseCommandLine {
  PlanOptions plan;
  OutputOptions output;
  PairPrograms programs;
};

int Execute(const RehearseCommandLine& line) {
  const Plan named = LoadPlan(line.plan.plan, EnvironmentOf(line.plan));
  if (named.fixture.empty()) {
    throw PlanError(named.file + ": the plan names no \"fixture\" to rehearse with");
  }
  Environment environment = RehearsalEnvironment(line.plan, named);
  const Plan plan = LoadPlan(line.plan.plan, environment);

  const std::filesystem::path folder = MakePairFolder();
  const PairGuard guard(folder);
  std::cerr << "gonogo: starting the throw-away pair in " << folder.string() << "\n";
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  ThrowIfInterrupted();
  std::cerr << "gonogo: filling the source (PostgreSQL " << pair.source.major
            << ") and copying it to the target (PostgreSQL " << pair.target.major << ")\n";
  FillPair(pair, plan.fixture);
  ThrowIfInterrupted();

  SetConnections(plan, pair, environment);
  RunOptions options = RunOptionsOf(line.output);
  options.rehearsal = true;
  return Run(plan, environment, ResolveEndpoints(plan, environment), options);
}

}  // namespace

void AddRehearse(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("rehearse", "every check of the plan, on a throw-away pair");
  const auto line = std::make_shared<RehearseCommandLine>();
  line->plan.AddTo(*command);
  command
      ->add_option("--source-bin", line->programs.source, "folder of the source's server programs")
      ->option_text("DIR");
  command
      ->add_option("--target-bin", line->programs.target, "folder of the target's server programs")
      ->option_text("DIR");
  line->output.AddTo(*command);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
