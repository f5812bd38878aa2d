// Where the folders of earlier runs are.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "fixtures/migration_folder.h"

namespace gonogo {

// Returns the folders of the migration's stages, and those in evidence/, here and beside the
// migration's folder. Without symbolic links: `latest` is one of the others.
std::set<std::filesystem::path> RunFolders(const MigrationFolder& migration);

// Returns what the names of runs that began at that time begin with: 20260221T093000Z. Names sort
// by time.
std::string RunTime(const std::string& utc);

}  // namespace gonogo
