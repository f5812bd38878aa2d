// Rollback inside one database: restores preflight's backup in one transaction and compares the
// database with the baseline.
#pragma once

#include "core/plan/stage.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Restores the backup. `failures` are the statements whose answers differ from the baseline. Throws
// PlanError if there is no backup or no baseline, std::runtime_error if a program fails. If psql
// fails, the database is unchanged.
StageOutcome RestoreBackup(StageRun& run);

// Throws PlanError if there is no backup or no baseline, std::runtime_error if the backup isn't
// whole.
void RequireRestorable(const StageRun& run);

}  // namespace gonogo
