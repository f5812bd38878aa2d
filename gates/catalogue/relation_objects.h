// What belongs to a relation - its columns, its indexes, its policies - source against target.
#pragma once

#include <string_view>
#include <vector>

#include "core/values/parameter.h"
#include "gates/inspection.h"

namespace gonogo {

// Compares what `statement` lists (see Catalogues::ObjectsOf) for the case's relation.
// Throws DatabaseError where a side cannot be asked, has no such relation, or may not read it.
Outcome CompareRelationObjects(const Inspection& in, std::string_view statement);

// The same as a gate's `run`, for gates that do nothing else: RelationObjects<sql::kColumns>.
template <const std::string_view& statement>
Outcome RelationObjects(const Inspection& in) {
  return CompareRelationObjects(in, statement);
}

}  // namespace gonogo
