// gonogo evidence merge: the evidence of several processes, one a check, judged as one.
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/plan/plan_file.h"
#include "app/run/merge.h"

namespace gonogo {
namespace {

struct MergeCommandLine {
  PlanOptions plan;
  OutputOptions output;
  std::string folder;
  std::vector<std::string> phases;
};

int Execute(const MergeCommandLine& line) {
  const Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  RunOptions options = RunOptionsOf(line.output);
  options.phases = PhasesOf(line.phases);
  return MergeEvidence(plan, environment, line.folder, options);
}

}  // namespace

void AddEvidence(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("evidence", "what runs have seen");
  command->require_subcommand(1);
  CLI::App* const merge = command->add_subcommand(
      "merge", "judge the evidence below a folder, written by several processes, as one run");
  const auto line = std::make_shared<MergeCommandLine>();
  merge->add_option("DIR", line->folder, "the folder that holds their evidence folders")
      ->required();
  merge->add_option("PHASE", line->phases, "the phases to judge (default: all)");
  line->plan.AddTo(*merge);
  line->output.AddTo(*merge);
  merge->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
