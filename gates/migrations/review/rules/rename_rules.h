// The rules for what takes names away that a running application uses.
#pragma once

#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/schema_state.h"
#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// `rename` is the content of a "RenameStmt" in the parse tree.
std::vector<Violation> RenameViolations(const Json& rename, const SchemaState& schema);

// `move` is the content of an "AlterObjectSchemaStmt", SET SCHEMA.
std::vector<Violation> SchemaMoveViolations(const Json& move, const SchemaState& schema);

// A view or the like that goes and doesn't come back; `drop` is the content of a "DropStmt". What
// goes with its rows is for another rule.
std::vector<Violation> DropViolations(const Json& drop, const SchemaState& schema);

// The label of an enum; `alter` is the content of an "AlterEnumStmt".
std::vector<Violation> LabelViolations(const Json& alter, const SchemaState& schema);

}  // namespace gonogo
