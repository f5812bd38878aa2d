// The publications that the migration itself uses, which only one side has. Gate publications
// leaves them out; so do the gates that list whatever has an owner or a comment.
#pragma once

#include <string>
#include <vector>

#include "gates/inspection.h"

namespace gonogo {

// Returns those that the plan names, and those to which the other side subscribes.
std::vector<std::string> MigrationPublications(const Inspection& in);

// Returns `outcome` without findings about these publications, or about those of migration tools.
Outcome WithoutMigrationPublications(const Inspection& in, Outcome outcome);

}  // namespace gonogo
