// The rules of the migration review. Each checks the parse tree of one statement.
#pragma once

#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/schema_state.h"
#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// Returns the rules that a comment in a file can allow: those about one statement.
const std::vector<std::string>& StatementRules();

// Returns the rules that a waiver in a plan can name: the same, and "suppression" for a wrong
// comment.
const std::vector<std::string>& WaivableRules();

// Returns the name of a dropped object, which is a list of names, one name, or those of a type or a
// routine.
std::string NameOfObject(const Json& object);
// Returns true if the option is given and not turned off, as in VACUUM (FULL false), (FULL 0).
bool IsOn(const Json& options, const std::string& name);

// Returns the violations of one statement: its kind ("DropStmt") and content in the parse tree,
// given the schema before it. Throws Json::out_of_range if libpg_query can't have written the tree.
std::vector<Violation> ViolationsOf(const std::string& kind, const Json& statement,
                                    const SchemaState& schema);

}  // namespace gonogo
