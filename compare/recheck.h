// Rereads rows that differ, by key and in new snapshots, until they are equal or time is up.
//
// While the application writes to both sides, a row that differs may just lag behind.
#pragma once

#include <chrono>

#include "compare/comparison.h"

namespace gonogo {

// More differences than this can't be lag, so they aren't rechecked.
inline constexpr std::size_t kMostSuspects = 10'000;

// Rereads the rows of `comparison` at growing intervals for `duration`. Rows that become equal are
// counted as converged instead of different. Rows that still change in the second half of that time
// are marked as unsettled. The comparison must have a key, and all rows that differ in
// Comparison::rows. Throws DatabaseError.
void Recheck(Pair& pair, const PerSide<const RelationShape&>& shapes, const std::string& where,
             std::chrono::milliseconds duration, Comparison& comparison);

}  // namespace gonogo
