// gonogo stage STAGE|all
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/exit_status.h"
#include "app/runbook/staged_run.h"
#include "app/setting/setting.h"
#include "core/error.h"
#include "core/text/json.h"

namespace gonogo {
namespace {

struct StageCommandLine {
  RunContextOptions setting;
  OutputOptions output;
  std::vector<std::string> confirm;
  bool dry_run = false;
  bool rehearse = false;
  StageRequest wanted;
};

int Execute(const StageCommandLine& line) {
  if (!line.output.checks.empty()) throw PlanError("--check goes with `gonogo run`");
  const RunContext setting = MakeRunContext(line.setting);
  StagedOptions options = StagedOptionsOf(line.output);
  options.confirmations.given = line.confirm;
  options.dry_run = line.dry_run;
  options.rehearse = line.rehearse;
  if (line.rehearse && line.wanted.stage != PhaseName(Phase::kRollback) &&
      line.wanted.stage != PhaseName(Phase::kSchema)) {
    throw PlanError("--rehearse goes with `gonogo stage rollback` and `gonogo stage schema`");
  }
  const StagesResult done =
      DoStages(setting.plan, setting.environment, setting.endpoints, line.wanted, options);
  if (options.json && !done.ledger.empty()) {
    std::cout << ToText(done.Summary(setting.plan), 2) << "\n";
  }
  return done.status;
}

}  // namespace

void AddStage(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("stage", "do a stage of the runbook, then the cases of its phase");
  const auto line = std::make_shared<StageCommandLine>();
  command
      ->add_option("STAGE", line->wanted.stage,
                   "preflight, schema, ..., rollback, or all that is left to do")
      ->required();
  command->add_option("--from", line->wanted.from, "with all: begin again with this stage")
      ->option_text("STAGE");
  command->add_option("--until", line->wanted.until, "with all: end after this stage")
      ->option_text("STAGE");
  line->setting.AddTo(*command);
  line->output.AddTo(*command);
  command
      ->add_option("--confirm", line->confirm,
                   "the phrase that a stage of the plan must be confirmed with (repeatable)")
      ->option_text("PHRASE");
  command->add_flag("--rehearse", line->rehearse,
                    "of rollback: apply to the source what it is owed, and compare again; of "
                    "schema: apply its steps, and roll them back");
  command->add_flag("--dry-run", line->dry_run,
                    "say what would be done, SQL included, and do nothing");
  command->footer(kExitStatuses);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
