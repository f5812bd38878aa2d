// Tells a condition that selects every row: true, id = id, id IN (SELECT id FROM the same table).
#pragma once

#include <string>

#include "core/json/json.h"
#include "gates/migrations/review/rules/row_scope.h"

namespace gonogo {

// Returns true if the condition holds for every row, or for every row or none, whatever the rows
// are. NULLs don't count: id = id is such a condition.
bool SelectsEveryRow(const Json& condition, const RowScope& scope);

}  // namespace gonogo
