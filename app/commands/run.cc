// gonogo run: runs the checks of phases and judges them, of one database or of a fleet.
#include "app/run/run.h"

#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/run_context.h"
#include "app/fleet/fleet.h"

namespace gonogo {
namespace {

struct RunCommandLine {
  ContextOptions context;
  FleetOptions fleet;
  RunOptions run;
  std::vector<std::string> phases;
};

int Execute(const RunCommandLine& line) {
  RunOptions options = line.run;
  options.phases = PhasesOf(line.phases);
  if (options.phases.empty() && options.checks.empty()) options.phases = {Phase::kGate};
  if (!line.fleet.file.empty()) return RunFleet(line.context.plan, line.fleet, options);
  return Run(MakeRunContext(line.context), options);
}

}  // namespace

void AddRun(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("run", "run the checks of phases, judge them, write the evidence");
  const auto line = std::make_shared<RunCommandLine>();
  command->add_option("PHASE", line->phases,
                      "preflight, schema, ..., or all (default: gate; with --check: all)");
  line->context.AddTo(*command);
  line->run.AddTo(*command, "folder for the evidence (default: a new one in evidence/)");
  line->run.publish.AddTo(*command);
  line->fleet.AddTo(*command);
  for (const char* const one : {"--source", "--target", "--baseline", "--pair"}) {
    command->get_option("--fleet")->excludes(command->get_option(one));
  }
  AddExamples(*command, {"gonogo run gate --plan plan.json",
                         "gonogo run verify gate --plan plan.json --check row_count --quiet",
                         "gonogo run gate --plan plan.json --fleet fleet.csv --fleet-jobs 8"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
