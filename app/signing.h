// Signs items of a plan.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/signoff.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Appends these signatures, which have item, name, note and ticket, to the migration's sign-offs as
// of now and of this plan, and returns them. Throws PlanError, without signing, if the plan lacks
// an item, a name is empty, the item's rules refuse one, or the file can't be read.
std::vector<Signoff> Sign(const Plan& plan, const MigrationFolder& migration,
                          std::vector<Signoff> signoffs);

}  // namespace gonogo
