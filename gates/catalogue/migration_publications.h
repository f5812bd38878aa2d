// The publications that the migration itself uses, which only one side has. Gate publications
// leaves them out; so do the gates that list whatever has an owner or a comment.
#pragma once

#include <string>
#include <vector>

#include "gates/catalogue/database_objects.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns those that the plan names, and those to which the other side subscribes.
std::vector<std::string> MigrationPublications(const Inspection& in);

// Returns whether an object is one of these publications, or one of a migration tool. `in` must
// outlive it.
LeaveOut WithoutMigrationPublications(const Inspection& in);

}  // namespace gonogo
