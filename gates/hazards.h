// The hazards that gonogo knows: docs/gates.md lists them, and a test demands a gate, or a reason
// why there is none, for each.
#pragma once

#include <span>

#include "core/plan/hazard.h"

namespace gonogo {

std::span<const Hazard> AllHazards();

}  // namespace gonogo
