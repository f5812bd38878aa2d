// What a migration may not do unseen: the rules, each a question to one statement's parse tree.
#pragma once

#include <string>
#include <vector>

#include "core/text/json.h"
#include "gates/migrations/review/breach.h"
#include "gates/migrations/review/schema_state.h"

namespace gonogo {

// The rules that a comment in a file can allow: all that are about one statement.
const std::vector<std::string>& StatementRules();

// The rules that a waiver in a plan can name: those, and a wrong comment.
const std::vector<std::string>& WaivableRules();

// What the statement (its `kind` and what it says, as in the parse tree) breaks, after all that
// went before. Throws Json::out_of_range for a tree that libpg_query does not write.
std::vector<Breach> Breaches(const std::string& kind, const Json& statement,
                             const SchemaState& history);

}  // namespace gonogo
