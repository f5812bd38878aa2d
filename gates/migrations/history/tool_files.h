// Reads the folders and history rows of migration tools: what several tools have in common.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/rows.h"
#include "gates/migrations/history/tools.h"

namespace gonogo {

// Returns the member as text, also if it has another type; NULL if it is null or missing.
Value Member(const Json& row, const std::string& name);
// Throws std::runtime_error if the member is null or missing.
std::string RequiredMember(const Json& row, const std::string& name);
bool IsTrue(const Json& row, const std::string& name);

// Replaces every line end of the text, \n or \r\n.
std::string WithLineEnds(const std::string& text, const std::string& end);

// Returns the folder's regular files with that ending, by name. Throws std::runtime_error if the
// folder doesn't exist.
std::vector<std::filesystem::path> FilesEnding(const std::filesystem::path& folder,
                                               const std::string& ending);

// Files named VERSION_NAME, as Rails and Supabase have them.
CommittedHistory VersionedFiles(const std::filesystem::path& folder, const std::string& ending);

// Folders with a migration.sql each, as Prisma and Drizzle 1 have them.
CommittedHistory MigrationFolders(const std::filesystem::path& folder,
                                  std::vector<std::string> (*checksums)(const std::string& text));

}  // namespace gonogo
