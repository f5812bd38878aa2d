// The hazards of a migration that gonogo knows. docs/gates.md lists them. A test requires that each
// has a gate that detects it, or a reason why no gate can.
#pragma once

#include <span>

#include "core/plan/hazard.h"

namespace gonogo {

std::span<const Hazard> AllHazards();

}  // namespace gonogo
