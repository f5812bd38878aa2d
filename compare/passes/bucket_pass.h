// The second pass of a comparison: counts and sums up the rows of one relation by bucket of the
// key's hash. Tells which buckets differ.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/passes/scan.h"
#include "compare/passes/scanned_relation.h"
#include "compare/passes/sums.h"

namespace gonogo {

// The sums of one side. The number of buckets is a power of two.
using Buckets = std::vector<Sums>;
using BothBuckets = PerSide<Buckets>;

// Returns the sum of all buckets.
Sums TotalOf(const Buckets& buckets);

// `rows`: about how many either side has; only speed depends on it. Throws DatabaseError. If a
// server can't hash the values of a column, the error names the column.
BothBuckets SumUpByBucket(const Readers& readers, const ScannedRelation& relation,
                          std::int64_t rows, const Effort& effort);

}  // namespace gonogo
