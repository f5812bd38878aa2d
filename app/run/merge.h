// Merges the evidence of several processes and judges it as one run.
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/run/run_options.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

// Judges the evidence in the folders below `folder` for the phases and checks of `options`. Writes
// the merged evidence to `options.out`, or to verdict.PHASE below `folder`, and returns the exit
// status. Throws PlanError if a part is older than `max_age_hours` (0: without limit), is of
// another plan or of other servers than the rest or than this environment names, or contradicts
// itself.
int MergeEvidence(const Plan& plan, const Environment& environment,
                  const std::filesystem::path& folder, std::int64_t max_age_hours,
                  const RunOptions& options);

}  // namespace gonogo
