// The lines of a stage's commands in the ledger.
#pragma once

#include <string>
#include <vector>

#include "core/plan/stage_command.h"
#include "core/record/ledger.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

void NoteBegun(StageRun& run, const StageCommand& command);
void NoteDone(StageRun& run, const StageCommand& command, const Json& details);

// Notes that the commands start again from the first one: what was noted before no longer counts.
void NoteRestart(StageRun& run);

// Notes that the commands were taken back: the stage has changed nothing any more.
void NoteUndone(StageRun& run, const std::string& why);

// Returns the evidence folders of the stage's commands that ran checks: of each the last run, if it
// passed and still counts. Paths are as in the ledger.
std::vector<std::string> PassedRuns(const Ledger& ledger, Phase stage);

// Returns the stage's lines that still count: those since the last restart, and since an earlier
// stage or a rollback last ran.
std::vector<LedgerLine> CommandLines(const Ledger& ledger, Phase stage);
std::vector<LedgerLine> CommandLines(const StageRun& run);

// Returns whether the lines have a command that may have changed something. Checks and waits change
// nothing.
bool HaveActed(const std::vector<StageCommand>& commands, const std::vector<LedgerLine>& lines);

}  // namespace gonogo
