// The way back inside one database: the backup that preflight took is put in the place of what the
// migration made, in one transaction, and compared with the baseline.
#pragma once

#include "core/plan/stage.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Restores the backup and compares; `wrong` says what is not as the baseline has it. Throws
// PlanError where there is no backup or no baseline, std::runtime_error where psql fails: then the
// database is as it was.
StageOutcome RestoreBackup(StageRun& run);

// Throws PlanError where there is nothing to restore or to compare with, std::runtime_error where
// the backup is not as it was taken.
void RequireRestorable(const StageRun& run);

}  // namespace gonogo
