// Checks that are a file with a query, in the folder checks/ beside the plan.
#pragma once

#include <filesystem>
#include <vector>

#include "core/json/located_json.h"

namespace gonogo {

// Adds a check for each file *.sql in checks/ beside one of the `files` of the plan, except those
// that the plan names itself. Throws PlanError if a file can't be read.
void AddQueryChecks(const std::vector<std::filesystem::path>& files, LocatedJson& plan);

}  // namespace gonogo
