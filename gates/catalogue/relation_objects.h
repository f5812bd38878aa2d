// Compares what belongs to one relation, its columns, indexes or policies, between the two sides.
#pragma once

#include <string_view>

#include "gates/inspection.h"

namespace gonogo {

// Compares the objects that `statement` lists for the case's relation; see
// RelationCatalogue::ObjectsOf. Throws DatabaseError if a side can't answer, doesn't have the
// relation or can't read it.
Outcome CompareRelationObjects(const Inspection& in, std::string_view statement);

// The same as a gate's `run`: RelationObjects<sql::kColumns>.
template <const std::string_view& statement>
Outcome RelationObjects(const Inspection& in) {
  return CompareRelationObjects(in, statement);
}

}  // namespace gonogo
