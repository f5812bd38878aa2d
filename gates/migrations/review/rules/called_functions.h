// The functions that a statement calls, and those among them that lose data or run any SQL.
#pragma once

#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// Returns true if the statement only stores other statements and doesn't run them.
bool StoresStatements(const std::string& kind);

// Returns the names, without schemas, of all functions and procedures that the tree calls.
std::vector<std::string> CalledFunctions(const Json& tree);

// Returns a violation for each call that loses data, or whose text says nothing about what it runs.
std::vector<Violation> LosingCalls(const Json& tree);

// Returns all words of the SQL that may be the name of a called function, as they are written and
// in lower case, also those inside quotes.
std::vector<std::string> WordsThatMayCall(const std::string& sql);

}  // namespace gonogo
