// Looks in migrations that are written in code for what loses data, what runs SQL, and what
// PostgreSQL refuses in a transaction.
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// Returns true if the tool's migrations are code: Ruby, Python, JavaScript or TypeScript.
bool IsCodeTool(const std::string& tool);

// Returns the calls that lose data, change a column's type or add one that must be filled, what
// the SQL in literal texts violates, a violation (not_reviewed) for each other call that runs SQL
// or code, and the lines that do something CONCURRENTLY, unless the file leaves its tool's
// transaction.
std::vector<Violation> ReviewCode(const std::string& tool, const std::string& text);

}  // namespace gonogo
