// Runs the stages of a plan on a throw-away pair. If a stage ends GO in spite of a fault that the
// rehearsal caused, gonogo itself is wrong, and the rehearsal ends NO-GO.
#include "app/runbook/rehearsed_runbook.h"

#include <fmt/format.h>

#include "app/exit_status.h"
#include "app/progress.h"
#include "core/record/facts.h"
#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "stages/watch/reconcile.h"
#include "stages/watch/watch.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Much longer than the application's lag, and short enough to wait for.
constexpr std::chrono::seconds kRecheck{5};

class RehearsedRunbook {
 public:
  RehearsedRunbook(const RunContext& context, const StageOptions& options,
                   SampleApplication* application)
      : context_(context), options_(options), application_(application) {}

  StagesResult Run(const std::string& until) && {
    if (!until.empty()) {
      RunAll(until);
    } else if (context_.plan.has_source()) {
      MoveToTarget();
    } else {
      ChangeInPlace();
    }
    return std::move(results_);
  }

 private:
  void MoveToTarget() {
    const bool is_written = application_ != nullptr && HasStage(Phase::kDualWrite);
    const std::string before = LastStageBeforeDualWrite();
    if (is_written && (before.empty() || RunAll(before))) RehearseLostWrite();
    if (is_written && HasStage(Phase::kRollback) && HasStage(Phase::kCutover)) {
      RunAll(PhaseName(Phase::kCutover)) && RehearseRollback();
    }
    RunAll();
    if (is_written && results_.status == kExitGo) RequireAllWrites();
  }

  // Runs the stages, rolls them back, and runs them again.
  void ChangeInPlace() {
    if (HasStage(Phase::kRollback) && RunAll()) {
      Print("rehearsing the rollback; then all stages run again");
      RunUnlessFailed({.stage = PhaseName(Phase::kRollback)});
    }
    RunAll();
  }

  bool HasStage(Phase phase) const { return context_.plan.stages.contains(phase); }

  std::string LastStageBeforeDualWrite() const {
    std::string last;
    for (const auto& [phase, arguments] : context_.plan.stages) {
      if (phase < Phase::kDualWrite) last = PhaseName(phase);
    }
    return last;
  }

  bool RunAll(const std::string& until = "") {
    return RunUnlessFailed({.stage = "all", .until = until});
  }

  // Does nothing if the rehearsal has failed already. Returns true if all is GO.
  bool RunUnlessFailed(const StageRequest& request, bool rehearse = false) {
    if (results_.status != kExitGo) return false;
    RunAndAppend(request, rehearse);
    return results_.status == kExitGo;
  }

  void RunAndAppend(const StageRequest& request, bool rehearse) {
    StageOptions options = options_;
    options.rehearse = rehearse;
    StagesResult result = RunStages(context_, request, options);
    results_.status = result.status;
    if (!result.ledger.empty()) results_.ledger = result.ledger;
    for (Json& stage : result.stages) results_.stages.push_back(std::move(stage));
  }

  void Fail(const std::string& reason) {
    Print("NO-GO  " + reason);
    results_.status = kExitNoGo;
  }

  void RehearseLostWrite() {
    Print("the application loses a write on purpose: dual-write must end NO-GO");
    if (!application_->DropOneWrite()) {
      return Fail("no service of the application makes writes that can be counted");
    }
    RunAndAppend({.stage = PhaseName(Phase::kDualWrite)}, false);
    if (results_.status == kExitGo) return Fail("a write was lost, but dual-write ended GO");
    if (results_.status != kExitNoGo) return;
    if (WatchFactsFrom(results_.stages.back().at("facts")).lagged == 0) {
      return Fail("rows of the application lag, but dual-write reported none that did");
    }
    results_.status = kExitGo;
    Reconcile();
  }

  void Reconcile() {
    const fs::path patch =
        context_.migration.folder / "watch" / ("reconcile-" + NewRunId() + ".sql");
    const Reconciliation reconciliation = WritePatchForTarget(patch);
    if (reconciliation.rows != 1) {
      return Fail(fmt::format("one write was lost, but {} differ: {}",
                              Counted(reconciliation.rows, "row"),
                              Join(reconciliation.different, "; ")));
    }
    RunScriptFiles(context_.endpoints.target, {"--file=" + patch.string()},
                   context_.plan.limits.lock_timeout, WasInterrupted);
    Print("dual-write reported the lost write, and it is reconciled: " + patch.string());
  }

  // Ends its sessions before it returns: they hold locks that the patch's triggers need.
  Reconciliation WritePatchForTarget(const fs::path& patch) {
    Pair pair(
        OpenSides(context_.endpoints.source, context_.endpoints.target, context_.plan.limits));
    return WritePatch(pair, WatchedRelations(context_.plan, kRecheck), SideName::kTarget,
                      {.jobs = options_.run.effort.jobs},
                      "-- The rows that dual-write failed to write to the target.\n", patch);
  }

  // Afterwards the stages from dual-write on must run again.
  bool RehearseRollback() {
    Print("rehearsing the rollback; then the stages from dual-write on run again");
    return RunUnlessFailed({.stage = PhaseName(Phase::kRollback)}, true);
  }

  void RequireAllWrites() {
    std::vector<std::string> counts;
    for (const ServiceTally& tally : application_->Stop()) {
      if (!tally.failure.empty()) Fail(tally.service + " couldn't write: " + tally.failure);
      if (!tally.counted) continue;
      if (tally.written == 0 || tally.found != tally.written) {
        Fail(fmt::format("{} wrote {} times, but the target has {} of its writes", tally.service,
                         tally.written, tally.found));
      }
      counts.push_back(fmt::format("{} {}", tally.service, tally.written));
    }
    if (results_.status == kExitGo) {
      Print("GO  the target has every write of the application: " + Join(counts, ", "));
    }
  }

  void Print(const std::string& line) const { PrintLine(line, options_.run.json); }

  const RunContext& context_;
  const StageOptions& options_;
  SampleApplication* application_;
  StagesResult results_;
};

}  // namespace

StagesResult RehearseRunbook(const RunContext& context, const StageOptions& options,
                             SampleApplication* application, const std::string& until) {
  return RehearsedRunbook(context, options, application).Run(until);
}

}  // namespace gonogo
