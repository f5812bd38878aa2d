// The folder may come from the environment, so messages show file names relative to it.
#include "gates/migrations/review/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "core/error.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string TextOf(const fs::path& folder, const std::string& name) {
  // Reading a named pipe would wait for somebody who writes to it.
  std::error_code unknown;
  if (!fs::is_regular_file(folder / name, unknown)) {
    throw PlanError(fmt::format("{} isn't a regular file", name));
  }
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

std::string InLowerCase(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool IsSql(const fs::path& file) {
  static const std::set<std::string> endings = {".ddl", ".dml", ".pgsql", ".psql", ".sql"};
  return endings.contains(InLowerCase(file.extension().string()));
}

bool IsUndo(const std::string& name) {
  return name.size() > 1 && name[0] == 'U' && name[1] >= '0' && name[1] <= '9' &&
         name.find("__") != std::string::npos;
}

// Returns the names that the file to go forward may have, beside which this one is to go back; none
// if it isn't a file to go back.
std::vector<std::string> ForwardNames(const fs::path& file) {
  const std::string name = file.filename().string();
  const std::string folder =
      file.has_parent_path() ? file.parent_path().generic_string() + "/" : "";
  if (name == "down.sql") return {folder + "up.sql", folder + "migration.sql"};
  if (file.stem().extension() == ".down") {
    const std::string stem = folder + file.stem().stem().string();
    return {stem + ".up.sql", stem + ".sql"};
  }
  return {};
}

// A tool runs a file like down.sql forward, too, unless its folder has the other one. U1__a.sql is
// Flyway's undo file of V1__b.sql.
bool IsDownFile(const std::string& name, const std::vector<std::string>& names) {
  const fs::path file(name);
  const std::string base = file.filename().string();
  const auto is_there = [&](const auto& is) { return std::ranges::any_of(names, is); };
  if (IsUndo(base)) {
    const std::string version = "V" + base.substr(1, base.find("__") + 1);
    return is_there([&](const std::string& other) {
      return fs::path(other).filename().string().starts_with(version);
    });
  }
  for (const std::string& forward : ForwardNames(file)) {
    if (is_there([&](const std::string& other) { return other == forward; })) return true;
  }
  return false;
}

// Files that tools and people keep beside migrations.
bool IsKnownAsOther(const fs::path& folder, const fs::path& file) {
  static const std::set<std::string> endings = {
      "",     ".adoc", ".conf", ".csv", ".dbml", ".drawio", ".gif",    ".html",
      ".jpg", ".lock", ".md",   ".mmd", ".pdf",  ".png",    ".prisma", ".puml",
      ".pyc", ".rst",  ".sum",  ".svg", ".toml", ".tsv",    ".txt"};
  static const std::set<std::string> changelogs = {".json", ".xml", ".yaml", ".yml"};
  const std::string name = InLowerCase(file.filename().string());
  const std::string ending = InLowerCase(file.extension().string());
  if (name.starts_with('.') || name == "__init__.py" || name.ends_with(".d.ts")) return true;
  if (endings.contains(ending)) return true;
  if (!changelogs.contains(ending)) return false;
  return TextOf(folder, file.generic_string()).find("databaseChangeLog") == std::string::npos;
}

bool IsOfPackages(const fs::path& file) {
  static const std::set<std::string> folders = {"node_modules", "__pycache__", "venv"};
  return std::any_of(file.begin(), file.end(), [](const fs::path& part) {
    return part.string().starts_with('.') || folders.contains(part.string());
  });
}

// Returns the names of all files, sorted.
std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator one(folder, fs::directory_options::follow_directory_symlink,
                                       error);
  while (!error && one != fs::recursive_directory_iterator()) {
    if (!one->is_directory(error)) {
      names.push_back(one->path().lexically_relative(folder).generic_string());
    }
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
  const std::vector<std::string> names = NamesIn(folder);
  for (const std::string& name : names) {
    if (!IsSql(name)) {
      const bool is_other = IsOfPackages(name) || IsKnownAsOther(folder, name);
      if (!is_other) read.other_files.push_back(name);
    } else if (IsDownFile(name, names)) {
      read.down_files.push_back(name);
    } else {
      const std::string text = TextOf(folder, name);
      read.files.push_back({name, text, RunsWithoutTransaction(folder, name, text)});
    }
  }
  return read;
}

}  // namespace gonogo
