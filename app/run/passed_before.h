// What passed in earlier runs of a stage, for checks that come after it.
#pragma once

#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "core/record/evidence.h"

namespace gonogo {

// Adds to the header when and where the checks passed that others of it come after, if they aren't
// in this run. Throws PlanError if a folder is of another plan or other servers, or if a check
// hasn't passed in any of them.
void AddPassedBefore(const RunContext& context, const std::vector<std::string>& folders,
                     RunHeader& header);

}  // namespace gonogo
