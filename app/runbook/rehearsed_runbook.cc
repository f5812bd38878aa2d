// A stage that must end NO-GO and does not is a false GO of ours, and the rehearsal is red.
#include "app/runbook/rehearsed_runbook.h"

#include <optional>

#include "app/exit_status.h"
#include "app/progress.h"
#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "stages/watch/reconcile.h"
#include "stages/watch/watch.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Far more than the application's lag, and less than anybody likes to wait.
constexpr std::chrono::seconds kRecheck{5};

class RehearsedRunbook {
 public:
  RehearsedRunbook(const RunContext& setting, const StagedOptions& options,
                   SampleApplication* application)
      : setting_(setting), options_(options), application_(application) {}

  StagesResult Do() {
    if (!setting_.plan.has_source()) return InOneDatabase();
    const bool writes = application_ != nullptr && Has(Phase::kDualWrite);
    const std::string before = BeforeDualWrite();
    if (writes && (before.empty() || Go({.stage = "all", .until = before}))) RehearseLostWrite();
    if (writes && Has(Phase::kRollback) && Has(Phase::kCutover)) {
      Go({.stage = "all", .until = PhaseName(Phase::kCutover)}) && RehearseRollback();
    }
    Go({.stage = "all"});
    if (writes && done_.status == kExitGo) RequireAllWrites();
    return std::move(done_);
  }

 private:
  // There and back, and there once more.
  StagesResult InOneDatabase() {
    if (Has(Phase::kRollback) && Go({.stage = "all"})) {
      Say("the way back is rehearsed, and then the way there once more");
      Go({.stage = PhaseName(Phase::kRollback)});
    }
    Go({.stage = "all"});
    return std::move(done_);
  }

  bool Has(Phase phase) const { return setting_.plan.stages.contains(phase); }

  std::string BeforeDualWrite() const {
    std::string before;
    for (const auto& [phase, arguments] : setting_.plan.stages) {
      if (phase < Phase::kDualWrite) before = PhaseName(phase);
    }
    return before;
  }

  // Does what is wanted, unless something was red before; whether it is green.
  bool Go(const StageRequest& wanted, bool rehearse = false) {
    if (done_.status != kExitGo) return false;
    Take(wanted, rehearse);
    return done_.status == kExitGo;
  }

  void Take(const StageRequest& wanted, bool rehearse) {
    StagedOptions options = options_;
    options.rehearse = rehearse;
    StagesResult now =
        DoStages(setting_.plan, setting_.environment, setting_.endpoints, wanted, options);
    done_.status = now.status;
    if (!now.ledger.empty()) done_.ledger = now.ledger;
    for (Json& stage : now.stages) done_.stages.push_back(std::move(stage));
  }

  void Refuse(const std::string& why) {
    Say("NO-GO  " + why);
    done_.status = kExitNoGo;
  }

  void RehearseLostWrite() {
    Say("the application loses a write on purpose: dual-write must end NO-GO");
    if (!application_->DropOneWrite()) {
      return Refuse("no service of the application writes what can be counted");
    }
    Take({.stage = PhaseName(Phase::kDualWrite)}, false);
    const Json& end = done_.stages.back();
    if (done_.status == kExitGo) return Refuse("a write was lost, and dual-write ended GO");
    if (done_.status != kExitNoGo) return;
    if (end.at("facts").value("lagged", 0) == 0) {
      return Refuse("rows of the application lag, and dual-write saw none that did");
    }
    done_.status = kExitGo;
    Reconcile();
  }

  void Reconcile() {
    const fs::path patch = options_.folder / "watch" / ("reconcile-" + NewRunId() + ".sql");
    const Reconciliation owed = WriteWhatIsOwed(patch);
    if (owed.rows != 1) {
      return Refuse("one write was lost, and " + Counted(owed.rows, "row") +
                    " differ: " + Join(owed.different, "; "));
    }
    RunClient("psql", setting_.endpoints.target,
              {"--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=" + patch.string()},
              WasInterrupted);
    Say("the lost write was told, and is reconciled: " + patch.string());
  }

  // Its sessions end with it: what they have read is locked for the patch's triggers.
  Reconciliation WriteWhatIsOwed(const fs::path& patch) {
    const Endpoints& endpoints = setting_.endpoints;
    Pair pair(OpenSide("source", endpoints.source, setting_.plan.limits),
              OpenSide("target", endpoints.target, setting_.plan.limits));
    return WritePatch(pair, WatchedRelations(setting_.plan, kRecheck), PatchTarget::kTarget,
                      {.jobs = options_.jobs}, "-- What dual-write owes the target.\n", patch);
  }

  // What comes from dual-write on counts no more, and is done again.
  bool RehearseRollback() {
    Say("the way back is rehearsed, and then the way there once more");
    return Go({.stage = PhaseName(Phase::kRollback)}, true);
  }

  void RequireAllWrites() {
    std::vector<std::string> tallies;
    for (const ServiceTally& tally : application_->Stop()) {
      if (!tally.failure.empty()) Refuse(tally.service + " could not write: " + tally.failure);
      if (!tally.counted) continue;
      if (tally.written == 0 || tally.found != tally.written) {
        Refuse(tally.service + " wrote " + std::to_string(tally.written) +
               " times, and the target holds " + std::to_string(tally.found));
      }
      tallies.push_back(tally.service + " " + std::to_string(tally.written));
    }
    if (done_.status == kExitGo) {
      Say("GO  every write of the application is there: " + Join(tallies, ", "));
    }
  }

  void Say(const std::string& line) const { SayLine(line, options_.json); }

  const RunContext& setting_;
  const StagedOptions& options_;
  SampleApplication* application_;
  StagesResult done_;
};

}  // namespace

StagesResult RehearseRunbook(const RunContext& setting, const StagedOptions& options,
                             SampleApplication* application) {
  return RehearsedRunbook(setting, options, application).Do();
}

}  // namespace gonogo
