// Some of the kinds of damage: those that the user names, and a sample.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/selftest/damage_kinds.h"

namespace gonogo {

// Returns the kinds whose name fits one of `only`, in which a * stands for any text, and which one
// of `gates` claims. An empty list selects all. Throws PlanError if none is left.
std::vector<DamageKind> KindsNamed(const std::vector<std::string>& only,
                                   const std::vector<std::string>& gates,
                                   std::vector<DamageKind> kinds);

// Returns so many of the kinds at most, drawn by the seed, in their order.
std::vector<DamageKind> SampleOf(std::vector<DamageKind> kinds, std::size_t count,
                                 std::uint64_t seed);

}  // namespace gonogo
