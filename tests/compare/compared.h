// Compares one relation of two databases that a test has filled.
#pragma once

#include <limits>

#include "compare/comparison.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

// Which pass a comparison begins with.
enum class First { kTotals, kBuckets };

// Returns the comparison with all rows that differ.
inline Comparison Compared(const BothDatabases& databases, const ComparedRelation& relation,
                           First first = First::kTotals) {
  Pair pair = databases.Open();
  Comparer comparer(pair, {relation}, {});
  if (first == First::kBuckets) comparer.ExpectDifferencesIn({relation.source});
  return comparer.Compare(relation, {.limit = std::numeric_limits<std::size_t>::max()});
}

}  // namespace gonogo::testing_support
