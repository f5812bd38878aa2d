// Folders are listed by name, because tools apply migrations in that order.
#include "gates/migrations/history/tool_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

void RequireRead(const fs::path& folder, const std::error_code& error) {
  if (!error) return;
  throw std::runtime_error(
      fmt::format("can't read the folder {}: {}", folder.string(), error.message()));
}

std::vector<fs::path> Entries(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder, error)) entries.push_back(entry.path());
  RequireRead(folder, error);
  return entries;
}

bool IsOfPackages(const fs::path& folder) {
  static const std::set<std::string> names = {"node_modules", "site-packages", "__pycache__",
                                              "venv"};
  const std::string name = folder.filename().string();
  return name.starts_with(".") || names.contains(name);
}

std::vector<fs::path> EntriesBelow(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> entries;
  fs::recursive_directory_iterator one(folder, fs::directory_options::follow_directory_symlink,
                                       error);
  while (!error && one != fs::recursive_directory_iterator()) {
    entries.push_back(one->path());
    if (one->is_directory(error) && IsOfPackages(one->path())) one.disable_recursion_pending();
    if (!error) one.increment(error);
  }
  RequireRead(folder, error);
  return entries;
}

std::vector<FolderFile> FilesAmong(const std::vector<fs::path>& entries, const fs::path& folder,
                                   const std::vector<std::string>& endings) {
  std::vector<FolderFile> files;
  for (const fs::path& entry : entries) {
    const std::string name = entry.filename().string();
    const bool ends = std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return name.ends_with(ending);
    });
    if (!ends || !fs::is_regular_file(entry)) continue;
    files.push_back({entry, entry.lexically_relative(folder).generic_string()});
  }
  std::ranges::sort(files, {}, &FolderFile::name);
  return files;
}

std::vector<FolderFile> Gather(const Folders& folders, const std::vector<std::string>& endings,
                               std::vector<fs::path> (*entries)(const fs::path&)) {
  std::vector<FolderFile> files;
  for (const fs::path& folder : folders) {
    std::ranges::move(FilesAmong(entries(folder), folder, endings), std::back_inserter(files));
  }
  return files;
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

std::vector<std::string> DigestsOfAnyLineEnds(const std::string& text) {
  std::vector<std::string> digests;
  for (const std::string& variant : {text, WithLineEnds(text, "\n"), WithLineEnds(text, "\r\n")}) {
    const std::string digest = Sha256(variant);
    if (std::ranges::find(digests, digest) == digests.end()) digests.push_back(digest);
  }
  return digests;
}

std::string LeadingDigits(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size())));
}

std::string WithoutLeadingZeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) return digits.empty() ? "" : "0";
  return std::string(digits.substr(first));
}

std::vector<FolderFile> FilesIn(const Folders& folders, const std::vector<std::string>& endings) {
  return Gather(folders, endings, Entries);
}

std::vector<FolderFile> FilesBelow(const Folders& folders,
                                   const std::vector<std::string>& endings) {
  return Gather(folders, endings, EntriesBelow);
}

CommittedHistory MigrationFolders(const Folders& folders,
                                  std::vector<std::string> (*checksums)(const std::string& text)) {
  CommittedHistory history;
  for (const fs::path& folder : folders) {
    std::vector<fs::path> entries = Entries(folder);
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      if (!fs::is_directory(entry) || !fs::exists(entry / "migration.sql")) continue;
      const std::string name = entry.filename().string();
      history.migrations.push_back({.name = name,
                                    .label = name,
                                    .checksums = checksums(ReadTextFile(entry / "migration.sql")),
                                    .file = name + "/migration.sql"});
    }
  }
  return history;
}

}  // namespace gonogo
