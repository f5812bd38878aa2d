// The run of the same checks before one, for a report that says what changed.
#pragma once

#include <optional>

#include "core/record/evidence.h"
#include "fixtures/migration_folder.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the last run that ended before this one began, of a plan with the same name, with the
// same phases and checks, and as much a rehearsal as this one. Folders don't count whose evidence
// isn't that of SHA256SUMS, or isn't the chain of lines that the verdict is about.
std::optional<EarlierRun> EarlierRunOf(const RunHeader& run, const MigrationFolder& migration);

}  // namespace gonogo
