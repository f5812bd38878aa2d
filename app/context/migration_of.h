// The migration's folder for a plan, as most commands find it.
#pragma once

#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Returns the folder that GONOGO_MIGRATION names or else the default one. Says on standard error if
// that isn't below the current folder, and which others there are.
MigrationFolder MigrationOf(const Plan& plan, const Environment& environment);

}  // namespace gonogo
