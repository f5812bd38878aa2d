// The newest run of a check, for who accepts what it found.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/run/evidence_part.h"
#include "core/plan/plan.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Returns the run of this version of the plan that began last, of those that ended and have the
// check. Looks at the runs of `gonogo run` in evidence/, here and beside the migration's folder,
// and at those of the migration's stages. Throws PlanError if its evidence contradicts itself.
std::optional<EvidencePart> LastRunOf(const Plan& plan, const MigrationFolder& migration,
                                      const std::string& check);

// Returns the run in that folder. Throws PlanError also if it didn't end or hasn't the check.
EvidencePart RunIn(const Plan& plan, const std::filesystem::path& folder, const std::string& check);

}  // namespace gonogo
