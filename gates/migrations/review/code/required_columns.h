// Columns that a migration in code adds to a table, and that an application must fill.
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// Returns a violation for each call of the tool that adds a column which refuses NULL and has no
// default in the database. A table that the same file creates may have such columns. `forward` is
// the code without comments and without the part to go back.
std::vector<Violation> RequiredColumns(const std::string& tool, const std::string& forward);

}  // namespace gonogo
