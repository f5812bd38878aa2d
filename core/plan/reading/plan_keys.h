// The keys of a plan, of its checks and of its stages, as tables of parameters.
#pragma once

#include <vector>

#include "core/values/parameter.h"

namespace gonogo {

// Returns the keys of a plan, except "connections", "checks" and "stages", which ReadPlan parses
// itself.
const std::vector<Parameter>& PlanKeys();

// Returns the keys of the connections "source" and "target", except "url".
const std::vector<Parameter>& ConnectionKeys();

// Returns the keys of every check, besides its gate's parameters.
const std::vector<Parameter>& CheckKeys();

// Returns the keys of every stage, besides its own parameters.
const std::vector<Parameter>& StageKeys();

}  // namespace gonogo
