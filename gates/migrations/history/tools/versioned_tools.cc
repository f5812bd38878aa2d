// These tools keep no checksums, so a file that was changed after it was applied isn't seen.
#include "gates/migrations/history/tools/versioned_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/text/text.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

AppliedHistory AppliedVersions(const std::vector<Json>& rows) {
  AppliedHistory history;
  for (const Json& row : rows) {
    history.migrations.push_back({.name = WithoutLeadingZeros(RequiredMember(row, "version")),
                                  .problem = IsTrue(row, "dirty") ? "failed (dirty)" : "",
                                  .label = RequiredMember(row, "version")});
  }
  return history;
}

// Reads files named VERSION_NAME. The version is a number: that of 001_users.rb is 1.
CommittedHistory VersionedFiles(const std::vector<FolderFile>& files) {
  CommittedHistory history;
  std::map<std::string, std::string> seen;
  for (const FolderFile& file : files) {
    const std::string label = file.path.filename().string();
    const std::string version = LeadingDigits(label);
    if (version.empty() || label.substr(version.size(), 1) != "_") continue;
    const std::string name = WithoutLeadingZeros(version);
    if (const auto [first, is_new] = seen.emplace(name, file.name); !is_new) {
      history.problems.push_back(
          fmt::format("{} and {} have the same version", first->second, file.name));
      continue;
    }
    history.migrations.push_back({.name = name, .label = label, .file = file.name});
  }
  return history;
}

// Rails reads the folders below its folder, too. Where its history has versions without a file, it
// is content: old files are removed once their content is in the schema file.
CommittedHistory CommittedForRails(const Folders& folders) {
  return VersionedFiles(FilesBelow(folders, {".rb"}));
}

std::int64_t NumberOf(const std::string& version) { return ParseInteger(version).value_or(0); }

void SettleRails(AppliedHistory& applied, CommittedHistory& committed) {
  if (committed.migrations.empty()) return;
  std::int64_t oldest = NumberOf(committed.migrations.front().name);
  for (const CommittedMigration& file : committed.migrations) {
    oldest = std::min(oldest, NumberOf(file.name));
  }
  for (AppliedMigration& row : applied.migrations) {
    if (NumberOf(row.name) < oldest) {
      row.without_file = "they are older than all files, which Rails allows";
    }
  }
}

// Its table has one row: the version up to which all files are applied.
CommittedHistory CommittedForGolangMigrate(const Folders& folders) {
  return VersionedFiles(FilesIn(folders, {".up.sql"}));
}

void SettleGolangMigrate(AppliedHistory& applied, CommittedHistory& committed) {
  if (applied.migrations.size() != 1) return;
  const AppliedMigration last = applied.migrations.front();
  for (const CommittedMigration& file : committed.migrations) {
    if (NumberOf(file.name) < NumberOf(last.name)) {
      applied.migrations.push_back({.name = file.name, .label = file.label});
    }
  }
}

CommittedHistory CommittedForSupabase(const Folders& folders) {
  std::vector<FolderFile> files = FilesIn(folders, {".sql"});
  std::erase_if(files, [](const FolderFile& file) { return file.name.ends_with("_down.sql"); });
  return VersionedFiles(files);
}

// The endings that Knex loads. A project in TypeScript runs compiled files in production, so the
// table may have another one of them.
const std::vector<std::string>& KnexEndings() {
  static const std::vector<std::string> endings = {".js",     ".ts",  ".cjs", ".mjs",       ".cts",
                                                   ".mts",    ".co",  ".eg",  ".litcoffee", ".ls",
                                                   ".coffee", ".sql", ".iced"};
  return endings;
}

// Of these Knex loads only if its configuration says so.
bool NeedsConfiguration(const std::string& file) {
  static const std::vector<std::string> endings = {".mjs", ".mts", ".cts", ".sql"};
  return std::ranges::any_of(endings, [&](const auto& ending) { return file.ends_with(ending); });
}

std::string WithoutKnexEnding(const std::string& name) {
  for (const std::string& ending : KnexEndings()) {
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

AppliedHistory AppliedByKnex(const std::vector<Json>& rows) {
  AppliedHistory history;
  for (const Json& row : rows) {
    const std::string file = RequiredMember(row, "name");
    history.migrations.push_back({.name = WithoutKnexEnding(file), .label = file});
  }
  return history;
}

CommittedHistory CommittedForKnex(const Folders& folders) {
  CommittedHistory history;
  std::set<std::string> seen;
  for (const FolderFile& file : FilesIn(folders, KnexEndings())) {
    const std::string name = WithoutKnexEnding(file.name);
    const bool is_declaration = name.ends_with(".d");
    const bool is_hidden = name.starts_with(".");
    if (is_declaration || is_hidden || !seen.insert(name).second) continue;
    history.migrations.push_back({.name = name, .label = file.name, .file = file.name});
  }
  return history;
}

// The history shows whether the configuration adds endings.
void SettleKnex(AppliedHistory& applied, CommittedHistory& committed) {
  const bool is_configured =
      std::ranges::any_of(applied.migrations, NeedsConfiguration, &AppliedMigration::label);
  if (applied.migrations.empty() || is_configured) return;
  for (CommittedMigration& file : committed.migrations) {
    if (NeedsConfiguration(file.file)) {
      file.not_wanted = "Knex loads no files with their ending by default";
    }
  }
}

}  // namespace

// golang-migrate's table has the same name and a column dirty, which Rails' doesn't have.
MigrationTool RailsTool() {
  return {.name = "rails",
          .table = "public.schema_migrations",
          .applied = AppliedVersions,
          .committed = CommittedForRails,
          .settle = SettleRails};
}

MigrationTool GolangMigrateTool() {
  return {.name = "golang-migrate",
          .table = "public.schema_migrations",
          .applied = AppliedVersions,
          .committed = CommittedForGolangMigrate,
          .settle = SettleGolangMigrate};
}

// schema_migrations(version, statements, name) in a schema of its own.
MigrationTool SupabaseTool() {
  return {.name = "supabase",
          .table = "supabase_migrations.schema_migrations",
          .applied = AppliedVersions,
          .committed = CommittedForSupabase};
}

// knex_migrations(name): the name is the file's name.
MigrationTool KnexTool() {
  return {.name = "knex",
          .table = "public.knex_migrations",
          .applied = AppliedByKnex,
          .committed = CommittedForKnex,
          .settle = SettleKnex};
}

}  // namespace gonogo
