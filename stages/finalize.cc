// finalize: takes a last snapshot of the source with pg_dump, to be kept for some days.
#include <fmt/format.h>

#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "core/text/text.h"
#include "fixtures/programs/kept_dump.h"
#include "stages/backup/backup.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

class Finalize {
 public:
  explicit Finalize(StageRun& run) : run_(run), days_(run.arguments.Integer("snapshot_days")) {}

  StageOutcome Act() {
    if (days_ == 0) return {};
    if (run_.dry()) {
      run_.output.print_line(
          fmt::format("  would take a snapshot of the {} with pg_dump into {}, to be kept for {}",
                      run_.original_name(), (run_.migration.folder / "backup").string(),
                      Counted(days_, "day")));
    } else if (!IsTaken()) {
      Take();
    }
    return {};
  }

 private:
  // True if an earlier run took a snapshot that is whole and kept for long enough.
  bool IsTaken() const {
    bool taken = false;
    for (const LedgerLine& line : run_.ledger->ledger().StepsInForce(run_.stage.phase)) {
      if (line.step != kSnapshotStep) continue;
      taken = line.event == LedgerEvent::kStepDone && IsEnough(SnapshotFactsFrom(line.details));
    }
    return taken;
  }

  bool IsEnough(const SnapshotFacts& snapshot) const {
    return snapshot.keep_days >= days_ &&
           DumpDamage(run_.migration.folder / snapshot.folder, snapshot.sha256).empty();
  }

  void Take() {
    run_.ledger->Append(LedgerEvent::kStepBegan, run_.stage.phase, kSnapshotStep, Json::object());
    const Backup snapshot = TakeBackup(run_);
    run_.ledger->Append(LedgerEvent::kStepDone, run_.stage.phase, kSnapshotStep,
                        ToJson(SnapshotFacts{.folder = run_.PathInLedger(snapshot.folder),
                                             .bytes = snapshot.bytes,
                                             .sha256 = snapshot.sha256,
                                             .keep_days = days_}));
    run_.output.print_line(fmt::format("  snapshot of the {}: {}, to be kept for {}",
                                       run_.original_name(), snapshot.folder.string(),
                                       Counted(days_, "day")));
  }

  StageRun& run_;
  std::int64_t days_;
};

StageOutcome RunFinalize(StageRun& run) { return Finalize(run).Act(); }

}  // namespace

Stage FinalizeStage() {
  return {.phase = Phase::kFinalize,
          .summary =
              "take a last snapshot of the source, or of the changed database if there is no "
              "source",
          .needs_checks = true,
          .parameters = {IntegerParameter("snapshot_days",
                                          "days to keep the snapshot, which pg_dump takes; 0: "
                                          "take none")
                             .Default(7)
                             .AtLeast(0)},
          .act = RunFinalize};
}

}  // namespace gonogo
