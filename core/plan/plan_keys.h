// The keys that a plan, and each check in it, may have beside a gate's parameters.
#pragma once

#include <vector>

#include "core/values/parameter.h"

namespace gonogo {

// All but "connections", "checks" and "stages", which are read by hand.
const std::vector<Parameter>& PlanKeys();

// What every check has, whatever its gate.
const std::vector<Parameter>& CheckKeys();

// What every stage has, whatever it does.
const std::vector<Parameter>& StageKeys();

}  // namespace gonogo
