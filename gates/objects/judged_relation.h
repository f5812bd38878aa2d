// Judges the rows that a statement returns for one relation: asked once for all relations of the
// plan, like the objects of the catalogue.
#pragma once

#include <string_view>

#include "core/values/outcome.h"
#include "gates/inspection.h"

namespace gonogo {

// What JudgeRows makes of the rows for the case's relation. `statement` takes no values and returns
// schema and relation, too. Throws DatabaseError if it doesn't list the relation.
Outcome JudgeRelationOnSource(const Inspection& in, std::string_view statement);
Outcome JudgeRelationOnTarget(const Inspection& in, std::string_view statement);

}  // namespace gonogo
