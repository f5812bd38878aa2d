// The stages of a plan that gonogo writes.
#pragma once

#include <string>

#include "reporters/pages/plan_text.h"

namespace gonogo {

// Returns the key "stages" with a comment on each decision that the user should know, or "" if the
// plan gets none.
std::string StagesFor(const DiscoveryOptions& options);

}  // namespace gonogo
