// rollback: goes back to the source and writes a patch with what the source lacks. Without a source
// it restores the backup.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>

#include "core/record/facts.h"
#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/private_file.h"
#include "stages/backup/restore.h"
#include "stages/ledger/stage_run.h"
#include "stages/stage_table.h"
#include "stages/watch/reconcile.h"
#include "stages/watch/watch.h"

namespace gonogo {
namespace {

class Rollback {
 public:
  explicit Rollback(StageRun& run) : run_(run) {}

  StageOutcome Act() {
    if (run_.dry()) {
      run_.output.print_line(fmt::format(
          "  would wait {} s, and write a patch for the source into {}{}", GraceSeconds(),
          (run_.migration.folder / "rollback").string(), run_.rehearse ? ", and apply it" : ""));
      return {};
    }
    WaitForGracePeriod();
    const Reconciliation found = Compare();
    outcome_.facts = ToJson(RollbackFacts{.rehearsed = run_.rehearse,
                                          .rows = found.rows,
                                          .different = found.different,
                                          .patch = run_.PathInLedger(patch_)});
    run_.output.print_line(fmt::format("  the source differs from the target in {}: {}",
                                       Counted(found.rows, "row"), patch_.string()));
    for (const std::string& remark : found.remarks) outcome_.failures.push_back(remark);
    if (run_.rehearse) ApplyAndCompareAgain();
    return std::move(outcome_);
  }

 private:
  std::int64_t GraceSeconds() const { return run_.arguments.Integer("grace_s"); }

  // The application still writes to both sides, so that no write in flight is lost.
  void WaitForGracePeriod() const {
    run_.output.print_progress("  ...    waiting for the grace period");
    SleepUntil(std::chrono::steady_clock::now() + std::chrono::seconds(GraceSeconds()));
  }

  Reconciliation Compare() {
    run_.output.print_progress("  ...    comparing the target with the source");
    patch_ = run_.migration.folder / "rollback" / (NewRunId() + ".sql");
    CreatePrivateFolder(patch_.parent_path());
    Pair pair(OpenSides(run_.source, run_.target, run_.plan.limits));
    const std::chrono::seconds recheck(run_.arguments.Integer("recheck_s"));
    const std::string title = fmt::format(
        "-- Made by gonogo stage rollback at {}. Run it on the source, which then equals the "
        "target.\n",
        UtcNow());
    return WritePatch(pair, WatchedRelations(run_.plan, recheck), SideName::kSource,
                      {.jobs = run_.jobs}, title, patch_);
  }

  void ApplyAndCompareAgain() {
    run_.output.print_progress("  ...    applying the patch to the source");
    RunScriptFiles(run_.source, {"--file=" + patch_.string()}, run_.plan.limits.lock_timeout,
                   WasInterrupted);
    const Reconciliation left = Compare();
    for (const std::string& different : left.different) {
      outcome_.failures.push_back("the source still differs after the patch: " + different);
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
  std::filesystem::path patch_;
};

StageOutcome RunRollback(StageRun& run) {
  return run.plan.has_source() ? Rollback(run).Act() : RestoreBackup(run);
}

void RequireBackup(const StageRun& run) {
  if (!run.plan.has_source()) RequireRestorable(run);
}

}  // namespace

Stage RollbackStage() {
  return {
      .phase = Phase::kRollback,
      .summary =
          "go back to the source, and write a patch with what it lacks; without a source, restore "
          "the backup",
      .needs_checks = true,
      .commands_first = true,
      .parameters = {IntegerParameter("grace_s",
                                      "seconds for which the application still writes to both "
                                      "sides after the commands, before gonogo compares them")
                         .Default(0)
                         .AtLeast(0),
                     RecheckParameter(),
                     NumberParameter("max_minutes",
                                     "minutes that the whole stage may take, with its checks")
                         .Default(15)
                         .AtLeast(0)},
      .act = RunRollback,
      .check_before_commands = RequireBackup};
}

}  // namespace gonogo
