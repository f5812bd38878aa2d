// The stages of a plan that gonogo writes.
#pragma once

#include <string>

#include "reporters/pages/plan_text.h"

namespace gonogo {

// Returns the key "stages" with a comment on each decision that the user should know, or "" if the
// plan gets none.
std::string StagesFor(const DiscoveryOptions& options);

// Returns the phrase of these stages for which the first stage that writes asks: COPY SHOP.
std::string FirstPhrase(bool in_place, const std::string& name);

}  // namespace gonogo
