// The rules for ALTER TABLE: what it can lose, rewrite or lock.
#pragma once

#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/schema_state.h"
#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// `alter` is the content of an "AlterTableStmt" in the parse tree.
std::vector<Violation> AlterTableViolations(const Json& alter, const SchemaState& history);

}  // namespace gonogo
