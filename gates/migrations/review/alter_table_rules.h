// What ALTER TABLE can lose, rewrite or lock.
#pragma once

#include <vector>

#include "core/text/json.h"
#include "gates/migrations/review/breach.h"
#include "gates/migrations/review/schema_state.h"

namespace gonogo {

// `alter` is what an "AlterTableStmt" says.
std::vector<Breach> AlterTableBreaches(const Json& alter, const SchemaState& history);

}  // namespace gonogo
