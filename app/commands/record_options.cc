// A folder that was given says more than the environment.
#include "app/commands/record_options.h"

#include "app/plan/plan_file.h"

namespace gonogo {

void RecordOptions::AddTo(CLI::App& command) {
  plan.AddTo(command);
  command
      .add_option("--out", folder,
                  "folder of the migration, as `gonogo stage` has it (default: evidence/PLAN)")
      ->option_text("DIR");
  command.add_flag("--list", list, "record nothing: show what there is");
  command.add_flag("--json", json, "with --list: as JSON");
}

PlanRecord RecordOf(const RecordOptions& options, const RecordFile& file) {
  Environment environment = EnvironmentOf(options.plan);
  Plan plan = LoadPlan(options.plan.plan, environment);
  if (!options.folder.empty()) {
    environment.erase(file.variable);
    environment["GONOGO_MIGRATION"] = options.folder;
  }
  std::string path = PathOf(file, plan.name, environment);
  return {std::move(plan), std::move(path)};
}

}  // namespace gonogo
