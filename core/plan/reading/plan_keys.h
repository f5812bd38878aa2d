// The keys of a plan, of its checks and of its stages, as tables of parameters.
#pragma once

#include <vector>

#include "core/values/parameter.h"

namespace gonogo {

// The keys of a plan, except "connections", "checks" and "stages", which ReadPlan parses itself.
const std::vector<Parameter>& PlanKeys();

// The keys of the connections "source" and "target", except "url".
const std::vector<Parameter>& ConnectionKeys();

// The keys of every check, besides its gate's parameters.
const std::vector<Parameter>& CheckKeys();

// The keys of every stage, besides its own parameters.
const std::vector<Parameter>& StageKeys();

}  // namespace gonogo
