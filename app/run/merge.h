// Several processes, one verdict: each has left an evidence folder, and together they must hold
// every declared case once, seen under one plan on one pair of databases.
#pragma once

#include <filesystem>

#include "app/run/run.h"
#include "core/plan/plan.h"

namespace gonogo {

// Judges the evidence in the folders below `folder` for the phases (and checks) of `options`, and
// writes the merged evidence to `options.out`, or to verdict.PHASE below `folder`. Returns the
// exit status of the verdict. Evidence of another plan or of other databases is a PlanError.
int MergeEvidence(const Plan& plan, const Environment& environment,
                  const std::filesystem::path& folder, const RunOptions& options);

}  // namespace gonogo
