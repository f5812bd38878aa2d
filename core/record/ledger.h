// The ledger: what was done in one migration, when, by whom, and how it ended. One line of JSON for
// each thing that began or ended, written as it happens; it is the execution timeline.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/phase.h"

namespace gonogo {

enum class LedgerEvent {
  kStageBegan,  // details: who, host, pid, tool, plan, plan_digest, stage_digest,
                // strict, source, source_id, target, target_id; of rollback: restores
  kStepBegan,   // details: what the stage needs to tell, after a crash, whether the step was done
  kStepDone,    // details: facts
  kStageEnded,  // details: status (of exit), outcome, reasons, facts, evidence (folder or "")
};

struct LedgerLine {
  LedgerEvent event = LedgerEvent::kStageBegan;
  Phase stage = Phase::kPreflight;
  std::string step;                     // of a step
  std::string at;                       // UTC, ISO 8601
  std::chrono::milliseconds offset{0};  // since the first line
  Json details = Json::object();
};

// The step of finalize that takes the last snapshot; details once it is done: folder (below that of
// the ledger), bytes, sha256 (of its SHA256SUMS), keep_days.
inline constexpr const char* kSnapshotStep = "snapshot of the source";

// The step of a rollback that puts a backup back in its place; what was done before is undone.
inline constexpr const char* kRestoreStep = "restore";

// A stage, and what it must have been done under to count.
struct PlannedStage {
  Phase stage;
  std::string digest;
};

struct Ledger {
  std::vector<LedgerLine> lines;

  // The stages that are done and green under their digest, and that nothing came to question since:
  // each ended before the next one began, and those that the last rollback took back, after it did:
  // those from dual-write on, or all where it "restores".
  std::vector<Phase> CompletedStages(const std::vector<PlannedStage>& planned) const;

  // The steps of a stage by name, each with its last line; those since the stage was last begun
  // afresh, or a backup was restored.
  std::map<std::string, LedgerLine> Steps(Phase stage) const;

  // The lines of the stage since a stage before it, or a rollback, was last begun: what was done
  // before that must be done anew.
  std::vector<LedgerLine> StepsInForce(Phase stage) const;

  // The lines of the stage since a backup was last restored, if one was.
  std::vector<LedgerLine> SinceRestored(Phase stage) const;

  // When that was; "": never.
  std::string LastRestored() const;

  // The last line of that kind, or null.
  const LedgerLine* Last(LedgerEvent event, Phase stage) const;
};

Json ToJson(const LedgerLine& line);

// Reads what ToJson wrote, a line each. A last line without its end is what a crash left, and is
// left out. Throws PlanError naming `file` and line for anything else.
Ledger ParseLedger(const std::string& lines, const std::string& file);

}  // namespace gonogo
