// The ledger of a migration: what was done, when, by whom, and with which result. Each start and
// each end is one line of JSON, written when it happens.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/record/chain.h"
#include "core/record/facts.h"
#include "core/values/phase.h"

namespace gonogo {

enum class LedgerEvent {
  kStageBegan,  // details: who, host, pid, tool, plan, plan_digest, stage_digest,
                // files, strict, source, source_id, target, target_id; of rollback: restores;
                // of a rehearsal that plants a fault: fault (which, in words)
  kStepBegan,   // details: what a later run needs to tell whether the step was done
  kStepDone,    // details: facts
  kStageEnded,  // details: status (exit status), outcome, reasons, facts, evidence (folder or ""),
                // sums (SHA-256 of that folder's SHA256SUMS)
  kLookBegan,   // the checks of a stage that has passed run again; details as of kStageBegan
  kLookEnded,   // details as of kStageEnded
  kStageRefused,  // it didn't begin, and nothing has changed; details as of kStageBegan, and of
                  // kStageEnded
};

// Returns whether a stage, or a look at one, begins with it; or ends with it.
bool Begins(LedgerEvent event);
bool Ends(LedgerEvent event);

struct LedgerLine {
  LedgerEvent event = LedgerEvent::kStageBegan;
  Phase stage = Phase::kPreflight;
  std::string step;                     // empty if the line is about the whole stage
  std::string at;                       // UTC, ISO 8601
  std::chrono::milliseconds offset{0};  // since the first line
  Json details = Json::object();
};

// The step of finalize that takes the last snapshot. The details of its end are SnapshotFacts.
inline constexpr const char* kSnapshotStep = "snapshot of the source";

// The step that notes that a stage's commands start again from the first one.
inline constexpr const char* kRestartStep = "commands from the first";

// The step that notes that a stage's commands were taken back.
inline constexpr const char* kUndoneStep = "undone";

// The step of rollback that restores a backup. It undoes all steps before it.
inline constexpr const char* kRestoreStep = "restore";

// Returns whether the line says that a backup was restored.
bool IsRestored(const LedgerLine& line);

// A stage of the plan with its current digest. An earlier run of the stage counts only if it had
// the same digest.
struct PlannedStage {
  Phase stage;
  std::string digest;
};

struct Ledger {
  std::vector<LedgerLine> lines;
  ChainEnd chain{};  // as read from the file

  // Returns the stages whose last run still counts: it passed under the same digest, no earlier
  // stage ran since, and no rollback undid it. A rollback undoes the stages from dual-write on, or
  // all of them if it "restores". The list ends before the first stage that doesn't count.
  std::vector<Phase> CompletedStages(const std::vector<PlannedStage>& planned) const;

  // Returns the last line of each step of the stage, by name. Ignores steps from before the stage
  // was last begun "afresh" or a backup was restored.
  std::map<std::string, LedgerLine> Steps(Phase stage) const;

  // Returns the lines of the stage since an earlier stage or a rollback last began. Steps from
  // before that must be done again.
  std::vector<LedgerLine> StepsInForce(Phase stage) const;

  // Returns the lines of the stage since a backup was last restored, or all of them.
  std::vector<LedgerLine> SinceRestored(Phase stage) const;

  // Returns when a backup was last restored, or "".
  std::string LastRestored() const;

  // Returns the last backup, baseline, schema and sequences that preflight noted, or nothing.
  std::optional<BackupFacts> LastBackup() const;
  std::optional<BaselineFacts> LastBaseline() const;
  std::optional<SchemaFacts> LastSchema() const;
  std::optional<SequenceFacts> LastSequences() const;

  // Returns the last mark that backfill noted, and the last schema of the target that backfill or
  // schema noted, or nothing.
  std::optional<MarkFacts> LastMark() const;
  std::optional<SchemaFacts> LastTargetSchema() const;

  // Returns the last end of the stage or of a look at it, or null.
  const LedgerLine* LastResult(Phase stage) const;

  // Returns the last line if it says that a stage was refused, or null.
  const LedgerLine* LastRefusal() const;

  // Returns the fault that a rehearsal plants among its stages, in words, or "". Such a rehearsal
  // shows that the runbook stops, and nothing else: neither its times nor a GO of it count.
  std::string PlantedFault() const;

  // Returns the last line with this event and stage, or null.
  const LedgerLine* Last(LedgerEvent event, Phase stage) const;
};

Json ToJson(const LedgerLine& line);

// Reads the lines that ToJson wrote. Ignores a last line without a newline, which a crash leaves.
// Throws PlanError with `file` and the line number if a line is invalid, isn't the next of the
// chain, or is earlier than the one before it by more than kMostClockSkew. The first lines may be
// of an earlier version of gonogo, which wrote no chain.
Ledger ParseLedger(const std::string& lines, const std::string& file);

}  // namespace gonogo
