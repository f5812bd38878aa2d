// gonogo run [PHASE...]
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/setting/setting.h"

namespace gonogo {
namespace {

struct RunCommandLine {
  RunContextOptions setting;
  OutputOptions output;
  std::vector<std::string> phases;
};

int Execute(const RunCommandLine& line) {
  RunOptions options = RunOptionsOf(line.output);
  options.phases = PhasesOf(line.phases);
  if (options.phases.empty() && options.checks.empty()) options.phases = {Phase::kGate};
  const RunContext setting = MakeRunContext(line.setting);
  return Run(setting.plan, setting.environment, setting.endpoints, options);
}

}  // namespace

void AddRun(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("run", "run the cases of the phases, judge, write the evidence");
  const auto line = std::make_shared<RunCommandLine>();
  command->add_option("PHASE", line->phases,
                      "preflight, schema, ..., or all (default: gate; with --check: all)");
  line->setting.AddTo(*command);
  line->output.AddTo(*command);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
