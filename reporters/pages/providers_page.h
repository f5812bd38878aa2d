// The providers of managed servers, as pages: docs/providers/facts.md and `gonogo providers`.
#pragma once

#include <string>
#include <vector>

#include "core/values/provider.h"

namespace gonogo {

// Returns a line for each provider: its name in plans and its title.
std::string ProvidersText(const std::vector<Provider>& providers);

// Returns docs/providers/facts.md.
std::string ProvidersMarkdown(const std::vector<Provider>& providers);

}  // namespace gonogo
