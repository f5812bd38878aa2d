// The checks of a plan that gonogo writes, with phases in which they can pass.
#pragma once

#include <string>
#include <vector>

#include "reporters/pages/plan_text.h"

namespace gonogo {

// Returns the gates that a source calls for and that need no parameters, in the order of the plan.
std::vector<std::string> GatesFor(const SourceSchema& source);

// Returns the checks as the plan has them, in order: of the gates that need no parameters and that
// apply to something in the source, and of those whose parameters gonogo has found out.
std::vector<std::string> ChecksFor(const SourceSchema& source, const DiscoveryOptions& options);

}  // namespace gonogo
