// The command `checks` of a stage: runs checks once, or again and again for as long as they must
// keep passing (the soak).
#pragma once

#include <string>
#include <vector>

#include "core/plan/stage_command.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Runs the command's checks and notes each run in the ledger. With for_hours, repeats them every
// every_s seconds until they have passed for that long. Returns how they failed, or "". Throws
// std::runtime_error if they couldn't decide, Interrupted.
std::string RunChecksCommand(StageRun& run, const StageCommand& command);

// Runs fences again that passed before a command which is repeated now. Returns why the source
// isn't closed any more, or "". Throws std::runtime_error if they couldn't decide.
std::string AskAgain(StageRun& run, const std::vector<std::string>& checks);

// Returns true if the last run of the command's checks passed, under the same plan and with the
// same arguments of the checks as now.
bool HavePassed(const StageRun& run, const StageCommand& command);

}  // namespace gonogo
