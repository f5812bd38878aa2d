// rollback: back, against the clock. Where there is a source, the plan's commands switch the read
// path to it first; then what the target took in meanwhile is owed to it. Inside one database the
// backup is restored.
#include <chrono>
#include <filesystem>
#include <thread>

#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "stages/backup/restore.h"
#include "stages/ledger/stage_run.h"
#include "stages/stage_table.h"
#include "stages/watch/reconcile.h"
#include "stages/watch/watch.h"

namespace gonogo {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kNap{50};

class Rollback {
 public:
  explicit Rollback(StageRun& run) : run_(run) {}

  StageOutcome Act() {
    if (run_.dry()) {
      run_.voice.say("  would wait " + std::to_string(run_.arguments.Integer("grace_s")) +
                     " s, and write a patch from the target to the source into " +
                     (run_.folder / "rollback").string() +
                     (run_.rehearse ? ", and apply it there" : ""));
      return {};
    }
    WaitForGrace();
    const Reconciliation owed = Compare();
    outcome_.facts = {{"rehearsed", run_.rehearse},
                      {"rows", owed.rows},
                      {"different", owed.different},
                      {"patch", std::filesystem::relative(patch_, run_.folder).string()}};
    run_.voice.say("  the target owes the source " + Counted(owed.rows, "row") + ": " +
                   patch_.string());
    for (const std::string& remark : owed.remarks) outcome_.wrong.push_back(remark);
    if (run_.rehearse) ApplyAndCompareAgain();
    return std::move(outcome_);
  }

 private:
  // Both sides are written for a while yet, so that nothing on its way is lost.
  void WaitForGrace() const {
    const auto end = steady_clock::now() + std::chrono::seconds(run_.arguments.Integer("grace_s"));
    run_.voice.show("  ...    waiting for the grace period");
    while (steady_clock::now() < end) {
      ThrowIfInterrupted();
      std::this_thread::sleep_for(kNap);
    }
  }

  Reconciliation Compare() {
    run_.voice.show("  ...    comparing the target with the source");
    patch_ = run_.folder / "rollback" / (NewRunId() + ".sql");
    std::filesystem::create_directories(patch_.parent_path());
    Pair pair(OpenSide("source", run_.source, run_.plan.limits),
              OpenSide("target", run_.target, run_.plan.limits));
    const std::chrono::seconds recheck(run_.arguments.Integer("recheck_s"));
    return WritePatch(pair, WatchedRelations(run_.plan, recheck), PatchTarget::kSource,
                      {.jobs = run_.jobs},
                      "-- Made by gonogo stage rollback at " + UtcNow() +
                          ": to be run on the source, which then holds what the target held.\n",
                      patch_);
  }

  void ApplyAndCompareAgain() {
    run_.voice.show("  ...    applying the patch to the source");
    RunClient("psql", run_.source,
              {"--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=" + patch_.string()},
              WasInterrupted);
    const Reconciliation left = Compare();
    for (const std::string& different : left.different) {
      outcome_.wrong.push_back("after the patch the source still differs: " + different);
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
  std::filesystem::path patch_;
};

StageOutcome Act(StageRun& run) {
  return run.plan.has_source() ? Rollback(run).Act() : RestoreBackup(run);
}

void Demand(const StageRun& run) {
  if (!run.plan.has_source()) RequireRestorable(run);
}

}  // namespace

Stage RollbackStage() {
  return {
      .phase = Phase::kRollback,
      .summary =
          "go back to the source, and write down what it is owed; without a source, "
          "restore the backup",
      .needs_checks = true,
      .commands_first = true,
      .parameters = {IntegerParameter("grace_s",
                                      "seconds for which both sides are still written after the "
                                      "commands, before they are compared")
                         .Default(0)
                         .AtLeast(0),
                     IntegerParameter("recheck_s",
                                      "seconds for which a row that differs may only lag")
                         .Default(10)
                         .AtLeast(0),
                     NumberParameter("max_minutes", "what all of it may take, its checks included")
                         .Default(15)
                         .AtLeast(0)},
      .act = Act,
      .demand = Demand};
}

}  // namespace gonogo
