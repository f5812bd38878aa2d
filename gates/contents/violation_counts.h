// Statements that a catalogue writes, one for each object of a relation, to count what is wrong.
#pragma once

#include <string_view>

#include "gates/inspection.h"

namespace gonogo {

// Asks the target. `statement` takes no values and returns schema, relation, object (NULL: the
// relation has none), probe and what; a probe returns the count of what should not be.
// Throws DatabaseError where the target cannot be asked or has no such relation.
Outcome CountOnTarget(const Inspection& in, std::string_view statement);

// The same as a gate's `run`.
template <const std::string_view& statement>
Outcome NoneCounted(const Inspection& in) {
  return CountOnTarget(in, statement);
}

}  // namespace gonogo
