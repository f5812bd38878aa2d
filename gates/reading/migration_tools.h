// The names of what a migration makes for itself, such as publications, and removes at its end.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"

namespace gonogo {

// Returns a regular expression of PostgreSQL: how tools begin the names of what they make.
std::string NamesOfTools();

// Returns the publications that the plan's checks call the migration's own.
std::vector<std::string> PublicationsOfMigration(const Plan& plan);

}  // namespace gonogo
