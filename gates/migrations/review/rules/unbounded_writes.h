// Finds statements that delete or overwrite every row of a table, also inside WITH.
#pragma once

#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/schema_state.h"
#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// `statement`: its kind and content, as in the parse tree.
std::vector<Violation> UnboundedWrites(const Json& statement, const SchemaState& schema);

// Returns true if a query, {"SelectStmt": ...}, may return something of every row of a table:
// nothing in it chooses some rows. Tables of the catalogue don't count.
bool ReadsEveryRow(const Json& query, const SchemaState& schema);

}  // namespace gonogo
