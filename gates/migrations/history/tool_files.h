// Reads the folders and history rows of migration tools: what several tools have in common.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"
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

// Returns the digests of the text with its own and with other line ends, which a checkout on
// Windows may have changed.
std::vector<std::string> DigestsOfAnyLineEnds(const std::string& text);

// Removes leading zeros: 1 of 001, 0 of 000.
std::string WithoutLeadingZeros(std::string_view digits);
// Returns the digits with which the text begins.
std::string LeadingDigits(std::string_view text);

struct FolderFile {
  std::filesystem::path path;
  std::string name;  // relative to its folder, with / as separator
};

// Return the regular files with one of the endings, by name: those directly in the folders, or also
// those below, except in hidden folders and folders of installed packages. Throw std::runtime_error
// if a folder doesn't exist.
std::vector<FolderFile> FilesIn(const Folders& folders, const std::vector<std::string>& endings);
std::vector<FolderFile> FilesBelow(const Folders& folders, const std::vector<std::string>& endings);

// Folders with a migration.sql each, as Prisma and Drizzle 1 have them.
CommittedHistory MigrationFolders(const Folders& folders,
                                  std::vector<std::string> (*checksums)(const std::string& text));

}  // namespace gonogo
