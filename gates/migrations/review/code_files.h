// Looks in migrations that are written in code for what PostgreSQL refuses in a transaction.
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/review/violation.h"

namespace gonogo {

// Returns true if the tool's migrations are code: Ruby, Python, JavaScript or TypeScript.
bool IsCodeTool(const std::string& tool);

// Returns the lines that do something CONCURRENTLY, unless the file leaves its tool's transaction.
std::vector<Violation> ReviewCode(const std::string& tool, const std::string& text);

}  // namespace gonogo
