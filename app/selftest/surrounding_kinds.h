// The kinds of damage that there are beside the databases: to files, services and sessions.
#pragma once

#include <vector>

#include "app/selftest/damage_kinds.h"

namespace gonogo {

// Returns those of surroundings_damage.json, in its order.
std::vector<DamageKind> SurroundingKinds();

}  // namespace gonogo
