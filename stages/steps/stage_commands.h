// The commands of a stage, done one after the other, each noted in the ledger before and after.
#pragma once

#include "core/plan/stage.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Does them, up to the first that is red, which `wrong` tells. A stage that is begun again goes on
// behind the last checks that something was begun after: what those looked at is not as it was
// then. Where nothing is to be done it says what would be. Throws PlanError where a command cannot
// be done as it stands, DatabaseError or std::runtime_error where one could not be, Interrupted.
StageOutcome DoCommands(StageRun& run);

}  // namespace gonogo
