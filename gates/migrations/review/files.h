// The migration files of one service, as they lie in its folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gonogo {

struct MigrationFile {
  std::string name;  // relative to the folder, with / between its parts
  std::string text;
};

struct MigrationFolder {
  std::vector<MigrationFile> files;   // *.sql, by name
  std::vector<std::string> way_back;  // down.sql and *.down.sql, by name: not read
};

// A folder that is not there is one without files. Throws PlanError, without showing the folder,
// where something in it cannot be read.
MigrationFolder ReadMigrations(const std::filesystem::path& folder);

}  // namespace gonogo
