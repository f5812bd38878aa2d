// The options that `gonogo sign` and `gonogo waive` share. --out wins over environment variables.
#include "app/commands/record_options.h"

#include "app/context/migration_of.h"
#include "app/plan/plan_file.h"

namespace gonogo {

void RecordOptions::AddTo(CLI::App& command) {
  plan.AddTo(command);
  command
      .add_option(
          "--out", folder,
          "folder of the migration, as for `gonogo stage` (default: GONOGO_MIGRATION, or the "
          "nearest evidence/PLAN)")
      ->option_text("DIR");
  command.add_flag("--list", list, "list what there is, and record nothing");
  command.add_flag("--json", json, "with --list: print JSON");
}

PlanAndMigration PlanAndMigrationOf(const RecordOptions& options) {
  const Environment environment = EnvironmentOf(options.plan);
  Plan plan = LoadPlan(options.plan.plan, environment);
  MigrationFolder migration =
      options.folder.empty() ? MigrationOf(plan, environment) : MigrationFolderAt(options.folder);
  return {std::move(plan), std::move(migration)};
}

}  // namespace gonogo
