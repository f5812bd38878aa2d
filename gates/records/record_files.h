// Finds the files that record earlier runs and stages.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

// Returns the files of that name to which a path leads: the file itself, or all below the folder
// but those behind symbolic links, sorted. Throws PlanError if there is none, which ends with
// `remedy`.
std::vector<std::string> RecordFiles(const std::string& path, const std::string& name,
                                     const std::string& remedy);

}  // namespace gonogo
