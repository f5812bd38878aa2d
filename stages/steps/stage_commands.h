// Runs the commands of a stage in order and notes each in the ledger before and after it.
#pragma once

#include "core/plan/stage.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Runs the commands up to the first that fails, from the one at which the stage resumes (see
// ResumePoint). In a dry run prints what it would do. Throws PlanError, DatabaseError or
// std::runtime_error if a command couldn't be done, Interrupted.
StageOutcome DoCommands(StageRun& run);

}  // namespace gonogo
