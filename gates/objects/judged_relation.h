// Judges the rows that a statement returns for one relation. The statement runs once for all
// relations of the plan.
#pragma once

#include <string_view>

#include "core/values/outcome.h"
#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

// Judges the rows of the case's relation with JudgeRows. `statement` takes no parameters and also
// returns schema and relation. Throws DatabaseError if it doesn't list the relation.
Outcome JudgeRelation(const Inspection& in, SideName side, std::string_view statement);

}  // namespace gonogo
