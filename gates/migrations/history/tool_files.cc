// Folders are listed by name, because tools apply migrations in that order.
#include "gates/migrations/history/tool_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> Entries(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder, error)) entries.push_back(entry.path());
  if (error) {
    throw std::runtime_error(
        fmt::format("can't read the folder {}: {}", folder.string(), error.message()));
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

Value Member(const Json& row, const std::string& name) {
  if (!row.contains(name) || row.at(name).is_null()) return {};
  const Json& value = row.at(name);
  return value.is_string() ? value.get<std::string>() : ToText(value);
}

std::string RequiredMember(const Json& row, const std::string& name) {
  const Value value = Member(row, name);
  if (!value) throw std::runtime_error(fmt::format("a row of the history table has no {}", name));
  return *value;
}

bool IsTrue(const Json& row, const std::string& name) {
  return Member(row, name).value_or("false") == "true";
}

std::string WithLineEnds(const std::string& text, const std::string& end) {
  std::string other;
  for (const char c : text) {
    if (c == '\r') continue;
    other += c == '\n' ? end : std::string(1, c);
  }
  return other;
}

std::vector<fs::path> FilesEnding(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> files = Entries(folder);
  std::erase_if(files, [&](const fs::path& file) {
    return !fs::is_regular_file(file) || !file.filename().string().ends_with(ending);
  });
  return files;
}

CommittedHistory VersionedFiles(const fs::path& folder, const std::string& ending) {
  CommittedHistory history;
  for (const fs::path& file : FilesEnding(folder, ending)) {
    const std::string name = file.filename().string();
    history.migrations.push_back({name.substr(0, name.find('_')), name, {}});
  }
  return history;
}

CommittedHistory MigrationFolders(const fs::path& folder,
                                  std::vector<std::string> (*checksums)(const std::string& text)) {
  CommittedHistory history;
  for (const fs::path& entry : Entries(folder)) {
    if (!fs::is_directory(entry) || !fs::exists(entry / "migration.sql")) continue;
    const std::string name = entry.filename().string();
    history.migrations.push_back({name, name, checksums(ReadTextFile(entry / "migration.sql"))});
  }
  return history;
}

}  // namespace gonogo
