// gonogo evidence merge: judges the evidence of several processes as one run.
#include <cstdint>
#include <memory>
#include <optional>

#include "app/commands/commands.h"
#include "app/context/plan_options.h"
#include "app/help_page.h"
#include "app/run/merge.h"

namespace gonogo {
namespace {

struct MergeCommandLine {
  PlanOptions plan;
  RunOptions run;
  std::string folder;
  std::vector<std::string> phases;
  std::optional<std::int64_t> max_age_hours;
};

int Execute(const MergeCommandLine& line) {
  RunOptions options = line.run;
  options.phases = PhasesOf(line.phases);
  return MergeEvidence(line.plan, line.folder, line.max_age_hours, options);
}

}  // namespace

void AddEvidence(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("evidence", "work with the evidence of runs");
  command->require_subcommand(1);
  CLI::App* const merge = command->add_subcommand(
      "merge", "judge the evidence that several processes wrote below a folder as one run");
  const auto line = std::make_shared<MergeCommandLine>();
  merge->add_option("DIR", line->folder, "the folder with their evidence folders")->required();
  merge->add_option("PHASE", line->phases, "the phases to judge (default: all)");
  merge
      ->add_option("--max-age-hours", line->max_age_hours,
                   "how old the evidence may be; 0: without limit (default: the plan's)")
      ->option_text("N")
      ->check(CLI::NonNegativeNumber);
  line->plan.AddTo(*merge);
  line->run.AddTo(*merge, "folder for the merged evidence (default: DIR/verdict.PHASE)");
  AddExamples(*merge,
              {"gonogo evidence merge evidence gate --plan plan.json",
               "gonogo evidence merge parts verify gate --plan plan.json --max-age-hours 4"});
  merge->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
