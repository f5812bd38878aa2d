// Compares one relation of two databases that a test has filled.
#pragma once

#include <limits>

#include "compare/comparison.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

// Returns the comparison with all rows that differ.
inline Comparison Compared(const BothDatabases& databases, const ComparedRelation& relation) {
  Pair pair = databases.Open();
  return Comparer(pair, {relation}, {})
      .Compare(relation, {.limit = std::numeric_limits<std::size_t>::max()});
}

}  // namespace gonogo::testing_support
