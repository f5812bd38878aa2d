// Reads the migration files of one service.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gonogo {

struct MigrationFile {
  std::string name;  // relative to the folder, with / as separator
  std::string text;
  bool runs_without_transaction = false;  // its Flyway configuration says so
};

struct MigrationFiles {
  std::vector<MigrationFile> files;     // *.sql, by name
  std::vector<std::string> down_files;  // down.sql, *.down.sql, U1__*.sql; they aren't read
};

// Returns no files if the folder doesn't exist. Throws PlanError, which doesn't show the folder, if
// something in it can't be read.
MigrationFiles ReadMigrations(const std::filesystem::path& folder);

}  // namespace gonogo
