// The folder may come from the environment, so messages show file names relative to it.
#include "gates/migrations/review/files.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string TextOf(const fs::path& folder, const std::string& name) {
  try {
    return ReadTextFile(folder / name);
  } catch (const PlanError&) {
    throw PlanError(fmt::format("the file {} can't be read", name));
  }
}

// Flyway reads V1__a.sql.conf, and comments at the top of the file.
bool RunsWithoutTransaction(const fs::path& folder, const std::string& name,
                            const std::string& text) {
  const std::string setting = "executeInTransaction=false";
  if (text.find(setting) != std::string::npos) return true;
  std::error_code unknown;
  if (!fs::exists(folder / (name + ".conf"), unknown)) return false;
  return TextOf(folder, name + ".conf").find(setting) != std::string::npos;
}

// U1__a.sql is Flyway's undo file.
bool IsDownFile(const fs::path& file) {
  const std::string name = file.filename().string();
  const bool is_undo = name.size() > 1 && name[0] == 'U' && name[1] >= '0' && name[1] <= '9' &&
                       name.find("__") != std::string::npos;
  return name == "down.sql" || file.stem().extension() == ".down" || is_undo;
}

// Returns the names of all *.sql files, sorted.
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
  if (error) throw PlanError("the folder can't be read: " + error.message());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

MigrationFiles ReadMigrations(const fs::path& folder) {
  MigrationFiles read;
  std::error_code unknown;
  if (!fs::exists(folder, unknown) && !unknown) return read;
  for (const std::string& name : NamesIn(folder)) {
    if (IsDownFile(name)) {
      read.down_files.push_back(name);
    } else {
      const std::string text = TextOf(folder, name);
      read.files.push_back({name, text, RunsWithoutTransaction(folder, name, text)});
    }
  }
  return read;
}

}  // namespace gonogo
