// Counts, for each object of a relation, the rows or keys that violate it. A catalogue query writes
// the counting statements.
#pragma once

#include <string_view>

#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

// Queries that side. `statement` has no parameters and returns schema, relation, object (NULL: the
// relation has none), count_statement (returns count), noun (what it counts, in the singular) and
// violation (what is wrong with them, as text after the noun).
// Throws DatabaseError if the side can't be queried or doesn't have the relation.
Outcome CountViolations(const Inspection& in, SideName side, std::string_view statement);

}  // namespace gonogo
