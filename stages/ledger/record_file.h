// What people did, appended to a file of the migration's folder.
#pragma once

#include <filesystem>
#include <vector>

#include "core/text/json.h"

namespace gonogo {

// Appends the lines, each on the disk when this returns. Makes the file, and the folder around it,
// where there is none. Throws std::system_error.
void AppendRecords(const std::filesystem::path& path, const std::vector<Json>& lines);

}  // namespace gonogo
