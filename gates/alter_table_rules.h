// What ALTER TABLE can lose, rewrite or lock.
#pragma once

#include <vector>

#include "gates/migration_rules.h"

namespace gonogo {

// `alter` is what an "AlterTableStmt" says.
std::vector<Breach> AlterTableBreaches(const Json& alter, const SchemaSoFar& history);

}  // namespace gonogo
