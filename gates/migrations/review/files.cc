// The folder may come from the environment: messages name files relative to it.
#include "gates/migrations/review/files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/error.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string TextOf(const fs::path& folder, const std::string& name) {
  std::ifstream file(folder / name, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf() || file.peek() == EOF)) {
    throw PlanError("the file " + name + " cannot be read");
  }
  return text.str();
}

bool IsWayBack(const fs::path& file) {
  return file.filename() == "down.sql" || file.stem().extension() == ".down";
}

// The names of all *.sql files, sorted.
std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator one(folder, fs::directory_options::follow_directory_symlink,
                                       error);
  while (!error && one != fs::recursive_directory_iterator()) {
    const bool is_sql = one->path().extension() == ".sql" && !one->is_directory(error);
    if (is_sql) names.push_back(one->path().lexically_relative(folder).generic_string());
    if (!error) one.increment(error);
  }
  if (error) throw PlanError("the folder cannot be read: " + error.message());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

MigrationFolder ReadMigrations(const fs::path& folder) {
  MigrationFolder read;
  std::error_code unknown;
  if (!fs::exists(folder, unknown) && !unknown) return read;
  for (const std::string& name : NamesIn(folder)) {
    if (IsWayBack(name)) {
      read.way_back.push_back(name);
    } else {
      read.files.push_back({name, TextOf(folder, name)});
    }
  }
  return read;
}

}  // namespace gonogo
