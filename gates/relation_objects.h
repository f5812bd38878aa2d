// What belongs to a relation - its columns, its indexes, its policies - source against target.
#pragma once

#include <string_view>

#include "core/parameter.h"
#include "gates/inspection.h"

namespace gonogo {

// Compares what `statement` says of the case's relation on both sides: each object that one side
// lacks is a finding, and each property that differs. `statement` takes no values and returns
// schema, relation, object (NULL: the relation has none), properties (JSON object of texts) and
// doubt: what is wrong with the object in itself (NULL: nothing), which the target shares with the
// source and which is therefore advisory. Texts of SQL are compared as AsRestored writes them and,
// the source's, under the names that the target has.
// Throws DatabaseError where a side cannot be asked or has no such relation.
Outcome CompareObjects(const Inspection& in, std::string_view statement);

// The parameters of gates that do nothing else: "relations" and "except".
std::vector<Parameter> RelationObjectParameters();

}  // namespace gonogo
