// Gathers the planner's statistics of a whole database.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/connection/connection_string.h"

namespace gonogo {

// Analyzes everything whose rows are on this server: ANALYZE without a list would also fetch those
// of foreign partitions, and fails if their server doesn't answer. Returns what the server remarks.
// Throws DatabaseError, and Interrupted.
std::vector<std::string> AnalyzeAll(const ConnectionString& database, const Limits& limits);

}  // namespace gonogo
