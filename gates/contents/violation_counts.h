// Counts, for each object of a relation, the rows or keys that violate it. A catalogue query writes
// the counting statements.
#pragma once

#include <string_view>

#include "gates/inspection.h"

namespace gonogo {

// Queries the target. `statement` has no parameters and returns schema, relation, object (NULL: the
// relation has none), count_statement (returns count), noun (what it counts, in the singular) and
// violation (what is wrong with them, as text after the noun).
// Throws DatabaseError if the target can't be queried or doesn't have the relation.
Outcome CountViolations(const Inspection& in, std::string_view statement);

// The same as a gate's `run`.
template <const std::string_view& statement>
Outcome NoViolations(const Inspection& in) {
  return CountViolations(in, statement);
}

}  // namespace gonogo
