// Merges the evidence of several processes and judges it as one run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/context/plan_options.h"
#include "app/run/run_options.h"

namespace gonogo {

// Judges the evidence in the folders below `folder` for the phases and checks of `options`. Writes
// the merged evidence to `options.out`, or to verdict.PHASE below `folder`, and returns the exit
// status. Throws PlanError if a part is older than `max_age_hours` (0: without limit; not given:
// the plan's), is of another plan or of other servers than the rest or than this environment names,
// had other values of the environment, or contradicts itself.
int MergeEvidence(const PlanOptions& plan_options, const std::filesystem::path& folder,
                  std::optional<std::int64_t> max_age_hours, const RunOptions& options);

}  // namespace gonogo
