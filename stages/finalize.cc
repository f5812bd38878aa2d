// finalize: the migration's end, with a last snapshot of the source to be kept for a while.
#include "core/record/ledger.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
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
      run_.voice.say("  would take a snapshot of the " + run_.original_name() +
                     " with pg_dump into " + (run_.folder / "backup").string() +
                     ", to be kept for " + Counted(days_, "day"));
    } else if (!IsTaken()) {
      Take();
    }
    return {};
  }

 private:
  // Whether the last one will do. One that was deleted, or is kept for too short, will not.
  bool IsTaken() const {
    bool taken = false;
    for (const LedgerLine& line : run_.ledger->ledger().StepsInForce(run_.stage.phase)) {
      if (line.step == kSnapshotStep) taken = line.event == LedgerEvent::kStepDone && IsThere(line);
    }
    return taken;
  }

  bool IsThere(const LedgerLine& snapshot) const {
    const auto sums = run_.folder / snapshot.details.at("folder").get<std::string>() / "SHA256SUMS";
    return snapshot.details.at("keep_days") >= days_ && std::filesystem::exists(sums) &&
           Sha256(ReadTextFile(sums)) == snapshot.details.at("sha256");
  }

  void Take() {
    run_.ledger->Append(LedgerEvent::kStepBegan, run_.stage.phase, kSnapshotStep, Json::object());
    const Backup snapshot = TakeBackup(run_);
    run_.ledger->Append(
        LedgerEvent::kStepDone, run_.stage.phase, kSnapshotStep,
        {{"folder", std::filesystem::relative(snapshot.folder, run_.folder).string()},
         {"bytes", snapshot.bytes},
         {"sha256", snapshot.digest},
         {"keep_days", days_}});
    run_.voice.say("  snapshot of the " + run_.original_name() + ": " + snapshot.folder.string() +
                   ", to be kept for " + Counted(days_, "day"));
  }

  StageRun& run_;
  std::int64_t days_;
};

StageOutcome Act(StageRun& run) { return Finalize(run).Act(); }

}  // namespace

Stage FinalizeStage() {
  return {.phase = Phase::kFinalize,
          .summary =
              "end what the migration needed, and take a last snapshot of the source; without "
              "one, of the database as it is now",
          .needs_checks = true,
          .parameters = {IntegerParameter("snapshot_days",
                                          "days for which the snapshot, taken by pg_dump, is to be "
                                          "kept; 0: none is taken")
                             .Default(7)
                             .AtLeast(0)},
          .act = Act};
}

}  // namespace gonogo
