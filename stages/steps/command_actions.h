// What each kind of stage command does.
#pragma once

#include <string>

#include "core/plan/stage_command.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Returns what the command does, as "set WRITE_TO=none in flags.env". Throws PlanError if a program
// can't run (see PlanProgramFrom).
std::string Describe(const StageRun& run, const StageCommand& command);

// Throws PlanError if the command is sure to fail, DatabaseError if a server can't be asked.
void RequirePossible(const StageRun& run, const StageCommand& command);

// Prints what the command does, runs it, and notes its begin and its end in the ledger. Returns how
// it failed, or "". Throws PlanError, DatabaseError or std::runtime_error if it couldn't be done,
// Interrupted.
std::string RunAndNote(StageRun& run, const StageCommand& command);

}  // namespace gonogo
