// snapshot_kept: the last snapshot of the source exists unchanged for as long as it must be kept.
#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "core/text/text.h"
#include "fixtures/programs/kept_dump.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"

namespace gonogo::snapshot_kept {
namespace fs = std::filesystem;
namespace {

std::vector<Subject> TheSnapshot(const Plan&, const Arguments&) { return {{"snapshot", ""}}; }

// The ledger that the plan names, or else the one of the migration.
fs::path LedgerPath(const Inspection& in) {
  if (in.arguments.Has("ledger")) return in.arguments.Text("ledger");
  if (in.migration.is_given) return in.migration.ledger;
  throw PlanError(
      "no ledger is named: set \"ledger\" in the check, or name the migration's folder with "
      "GONOGO_MIGRATION");
}

// The step that took the last snapshot, or null.
const LedgerLine* TakenIn(const std::map<std::string, LedgerLine>& steps) {
  const auto step = steps.find(kSnapshotStep);
  const bool is_taken = step != steps.end() && step->second.event == LedgerEvent::kStepDone;
  return is_taken ? &step->second : nullptr;
}

Outcome Run(const Inspection& in) {
  const fs::path path = LedgerPath(in);
  const Ledger ledger = ParseLedger(ReadTextFile(path), path.string());
  const auto steps = ledger.Steps(Phase::kFinalize);
  const LedgerLine* const taken = TakenIn(steps);
  if (taken == nullptr) return {.examined = 1, .findings = {{"snapshot", "none", "a snapshot"}}};
  const SnapshotFacts snapshot = SnapshotFactsFrom(taken->details);
  const std::int64_t wanted = in.arguments.Integer("days");
  Outcome outcome{.examined = 1};
  outcome.notes.push_back(
      fmt::format("taken at {}, to be kept for {}", taken->at, Counted(snapshot.keep_days, "day")));
  if (snapshot.keep_days < wanted) {
    outcome.findings.push_back({"snapshot", "kept for " + Counted(snapshot.keep_days, "day"),
                                "kept for at least " + Counted(wanted, "day")});
  }
  const auto age = TimeBetween(taken->at, in.pair.LatestTime());
  const bool is_over = std::chrono::floor<std::chrono::days>(age).count() >= snapshot.keep_days;
  const fs::path folder = path.parent_path() / snapshot.folder;
  // A look at nothing would pass.
  if (is_over && !fs::exists(folder)) {
    outcome.not_run = "it need not be kept any longer, and is gone: nobody can check it";
    return outcome;
  }
  if (is_over) outcome.notes.emplace_back("it need not be kept any longer");
  const std::string damage = DumpDamage(folder, snapshot.sha256);
  if (!damage.empty()) {
    outcome.findings.push_back({"snapshot", damage, "the snapshot as it was taken"});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "snapshot_kept",
      .summary = "The last snapshot of the source exists unchanged for as long as it must be kept.",
      .meaning =
          "If the new database turns out wrong, nobody can restore the last state of the source.",
      .remedy =
          "Take a new snapshot with gonogo stage finalize while the source exists, with a long "
          "keep_days.",
      .phases = {Phase::kFinalize},
      .parameters = {PathParameter(
                         "ledger",
                         "ledger.jsonl of the migration; default: the one of the stage that "
                         "runs the check, or in the folder GONOGO_MIGRATION")
                         .Written(),
                     IntegerParameter("days", "days for which it must be kept at least")
                         .Default(7)
                         .AtLeast(1)},
      .subjects = TheSnapshot,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::snapshot_kept
