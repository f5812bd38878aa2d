// Merges the evidence of several processes and judges it as one run.
#pragma once

#include <filesystem>

#include "app/run/run_options.h"
#include "core/plan/plan.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Judges the evidence in the folders below `folder` for the phases and checks of `options`. Writes
// the merged evidence to `options.out`, or to verdict.PHASE below `folder`, and returns the exit
// status. Throws PlanError if evidence is of another plan or of other databases.
int MergeEvidence(const Plan& plan, const MigrationFolder& migration,
                  const std::filesystem::path& folder, const RunOptions& options);

}  // namespace gonogo
