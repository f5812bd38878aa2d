// gonogo stage: runs one stage of the runbook, or all that are left.
#include <unistd.h>

#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/run_context.h"
#include "app/exit_status.h"
#include "app/runbook/run_stages.h"
#include "core/error.h"
#include "core/json/json.h"

namespace gonogo {
namespace {

struct StageCommandLine {
  ContextOptions context;
  StageOptions options;
  StageRequest request;
};

int Execute(const StageCommandLine& line) {
  const RunOptions& run = line.options.run;
  if (!run.checks.empty()) throw PlanError("--check works only with `gonogo run`");
  const RunContext context = MakeStageContext(line.context, run.out);
  if (line.options.rehearse && line.request.stage != PhaseName(Phase::kRollback) &&
      line.request.stage != PhaseName(Phase::kSchema)) {
    throw PlanError("--rehearse needs `gonogo stage rollback` or `gonogo stage schema`");
  }
  StageOptions options = line.options;
  options.confirmations.terminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
  const StagesResult results = RunStages(context, line.request, options);
  if (run.json && (!results.ledger.empty() || !results.would.is_null())) {
    std::cout << ToText(results.Summary(context.plan), 2) << "\n";
  }
  return results.status;
}

}  // namespace

void AddStage(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("stage", "run a stage of the runbook and the checks of its phase");
  const auto line = std::make_shared<StageCommandLine>();
  command
      ->add_option("STAGE", line->request.stage,
                   "preflight, schema, ..., rollback, or all that are left to do")
      ->required();
  command->add_option("--from", line->request.from, "with all: start again with this stage")
      ->option_text("STAGE");
  command->add_option("--until", line->request.until, "with all: end after this stage")
      ->option_text("STAGE");
  line->context.AddTo(*command);
  line->options.run.AddTo(
      *command,
      "folder of the migration (default: GONOGO_MIGRATION, or the nearest evidence/PLAN)");
  line->options.run.publish.AddTo(*command);
  command
      ->add_option("--confirm", line->options.confirmations.given,
                   "phrase that confirms a stage of the plan (repeatable)")
      ->option_text("PHRASE");
  command->add_flag("--rehearse", line->options.rehearse,
                    "rollback: apply the patch to the source and compare again; schema: apply the "
                    "steps and roll them back");
  command->add_flag("--dry-run", line->options.dry_run,
                    "print what would be done, with its SQL, and do nothing");
  command->footer(kExitStatuses);
  AddExamples(*command, {"gonogo stage all --plan plan.json --until gate",
                         "gonogo stage backfill --plan plan.json --dry-run"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
