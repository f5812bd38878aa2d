// gonogo rehearse: the plan on a throw-away pair that is filled, looked at and gone.
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/interrupt.h"
#include "app/options.h"
#include "app/rehearsal.h"
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
  Rehearsal rehearsal = RehearsalOf(line.plan);
  const std::string fixture = DemandFixture(rehearsal.plan);

  const std::filesystem::path folder = MakePairFolder();
  const PairGuard guard(folder);
  std::cerr << "gonogo: starting the throw-away pair in " << folder.string() << "\n";
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  ThrowIfInterrupted();
  std::cerr << "gonogo: filling the source (PostgreSQL " << pair.source.major
            << ") and copying it to the target (PostgreSQL " << pair.target.major << ")\n";
  FillPair(pair, fixture);
  ThrowIfInterrupted();

  SetConnections(rehearsal.plan, pair, rehearsal.environment);
  const Endpoints endpoints = ResolveEndpoints(rehearsal.plan, rehearsal.environment);
  return Run(rehearsal.plan, rehearsal.environment, endpoints, RunOptionsOf(line.output));
}

}  // namespace

void AddRehearse(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("rehearse", "every check of the plan, on a throw-away pair");
  const auto line = std::make_shared<RehearseCommandLine>();
  line->plan.AddTo(*command);
  AddProgramOptions(*command, line->programs);
  line->output.AddTo(*command);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
