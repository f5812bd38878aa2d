// While both sides are written, a row that differs may only lag: suspects are read again by key,
// each time in new snapshots, until they agree or the time is up.
#pragma once

#include <chrono>

#include "compare/comparison.h"

namespace gonogo {

// More suspects than these are no lag, and are not read again.
inline constexpr std::size_t kMostSuspects = 10'000;

// Reads the rows of `comparison` again, at growing intervals, for as long as `deadline`. Rows that
// agree by then are counted as converged and no longer as different; of the others those that still
// changed in the second half of that time are marked as unsettled. Needs a key and all rows that
// differ in Comparison::rows. Throws DatabaseError.
void Recheck(Pair& pair, const RelationShape& source, const RelationShape& target,
             const std::string& where, std::chrono::milliseconds deadline, Comparison& comparison);

}  // namespace gonogo
