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
  std::vector<MigrationFile> files;  // *.sql, *.SQL, *.psql and the like, by name
  // down.sql, *.down.sql, U1__*.sql beside the file to go forward; they aren't read.
  std::vector<std::string> down_files;
  std::vector<std::string> other_files;  // that may be migrations, but not in SQL
};

// Returns no files if the folder doesn't exist. Throws PlanError, which doesn't show the folder, if
// something in it can't be read.
MigrationFiles ReadMigrations(const std::filesystem::path& folder);

}  // namespace gonogo
