// Gathers the planner's statistics of a whole database.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/relation_name.h"
#include "fixtures/connection/connection_string.h"

namespace gonogo {

// Analyzes everything whose rows are on this server: ANALYZE without a list would also fetch those
// of foreign partitions, and fails if their server doesn't answer. `analyzed` have their
// statistics, but those of indexes on expressions and of CREATE STATISTICS. Returns what the server
// remarks. Throws DatabaseError, and Interrupted.
std::vector<std::string> AnalyzeAll(const ConnectionString& database, const Limits& limits,
                                    const std::vector<RelationName>& analyzed = {});

}  // namespace gonogo
