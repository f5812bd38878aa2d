// Signs items of a plan.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/signoff.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Appends a signature of now for each item to the migration's sign-offs, and returns them. Throws
// PlanError, without signing, if the plan lacks an item, `by` is empty, or the file can't be read.
std::vector<Signoff> Sign(const Plan& plan, const MigrationFolder& migration,
                          const std::vector<std::string>& items, const std::string& by,
                          const std::string& note);

}  // namespace gonogo
