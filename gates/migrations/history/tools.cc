// What each tool writes, as the tools themselves write it; where one of them lets pass what it
// should not, the comment says so.
#include "gates/migrations/history/tools.h"

#include <algorithm>
#include <boost/crc.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "core/text/digest.h"
#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

// What lies in the folder, in the order of its names.
std::vector<fs::path> Entries(const fs::path& folder) {
  std::error_code missing;
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder, missing)) entries.push_back(entry.path());
  if (missing) throw std::runtime_error("no folder " + folder.string());
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<fs::path> FilesEnding(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> files = Entries(folder);
  std::erase_if(files, [&](const fs::path& file) {
    return !fs::is_regular_file(file) || !file.filename().string().ends_with(ending);
  });
  return files;
}

// The member as text, whatever its type; NULL where it is null or not there.
Value Member(const Json& row, const std::string& name) {
  if (!row.contains(name) || row.at(name).is_null()) return {};
  const Json& value = row.at(name);
  return value.is_string() ? value.get<std::string>() : ToText(value);
}

std::string Required(const Json& row, const std::string& name) {
  const Value value = Member(row, name);
  if (!value) throw std::runtime_error("a row of the table of migrations has no " + name);
  return *value;
}

bool IsTrue(const Json& row, const std::string& name) {
  return Member(row, name).value_or("false") == "true";
}

// Drizzle: __drizzle_migrations(id, hash, created_at), from version 1 on with the name. Before that
// a migration is known by the time at which it was written.
AppliedMigration DrizzleRow(const Json& row) {
  const Value name = Member(row, "name");
  return {name ? *name : Required(row, "created_at"), Required(row, "hash"), ""};
}

// An entry whose time is not after the one before it is never applied, and Drizzle does not say so.
CommittedHistory DrizzleJournal(const fs::path& folder) {
  const Json journal = ParseJson(Read(folder / "meta" / "_journal.json"));
  CommittedHistory history;
  std::int64_t before = 0;
  for (const Json& entry : journal.at("entries")) {
    const auto when = entry.at("when").get<std::int64_t>();
    const auto tag = entry.at("tag").get<std::string>();
    if (when <= before) {
      history.problems.push_back(tag + ": its time in the journal is not after the one before it");
    }
    before = std::max(before, when);
    history.migrations.push_back(
        {std::to_string(when), tag, {Sha256(Read(folder / (tag + ".sql")))}});
  }
  return history;
}

// Folders that hold a migration.sql each: Drizzle from version 1 on, and Prisma.
CommittedHistory FoldersOf(const fs::path& folder,
                           std::vector<std::string> (*checksums)(const std::string& text)) {
  CommittedHistory history;
  for (const fs::path& entry : Entries(folder)) {
    if (!fs::is_directory(entry) || !fs::exists(entry / "migration.sql")) continue;
    const std::string name = entry.filename().string();
    history.migrations.push_back({name, name, checksums(Read(entry / "migration.sql"))});
  }
  return history;
}

CommittedHistory DrizzleFolder(const fs::path& folder) {
  if (fs::exists(folder / "meta" / "_journal.json")) return DrizzleJournal(folder);
  return FoldersOf(folder, [](const std::string& text) { return std::vector{Sha256(text)}; });
}

// Prisma: _prisma_migrations; a migration that failed or was rolled back stays in it, and may come
// again.
AppliedMigration PrismaRow(const Json& row) {
  const bool is_rolled_back = Member(row, "rolled_back_at").has_value();
  const bool is_finished = Member(row, "finished_at").has_value();
  return {is_rolled_back ? "" : Required(row, "migration_name"), Required(row, "checksum"),
          is_finished ? "" : "it failed, and was not resolved"};
}

std::string WithLineEnds(const std::string& text, const std::string& end) {
  std::string other;
  for (const char c : text) {
    if (c == '\r') continue;
    other += c == '\n' ? end : std::string(1, c);
  }
  return other;
}

// As old versions wrote it: each byte by %x, without its leading zero.
std::string Unpadded(const std::string& digest) {
  std::string unpadded;
  for (std::size_t i = 0; i + 1 < digest.size(); i += 2) {
    unpadded += digest[i] == '0' ? digest.substr(i + 1, 1) : digest.substr(i, 2);
  }
  return unpadded;
}

std::vector<std::string> PrismaChecksums(const std::string& text) {
  std::vector<std::string> checksums;
  for (const std::string& spelled : {text, WithLineEnds(text, "\n"), WithLineEnds(text, "\r\n")}) {
    const std::string digest = Sha256(spelled);
    checksums.push_back(digest);
    checksums.push_back(Unpadded(digest));
  }
  return checksums;
}

CommittedHistory PrismaFolder(const fs::path& folder) { return FoldersOf(folder, PrismaChecksums); }

// Flyway: flyway_schema_history; the row of the schema itself has no script of ours.
AppliedMigration FlywayRow(const Json& row) {
  const bool is_file = Member(row, "type").value_or("SQL") == "SQL";
  return {is_file ? Required(row, "script") : "", Member(row, "checksum"),
          IsTrue(row, "success") ? "" : "it failed"};
}

// CRC-32 of the lines without their ends, as a signed number.
std::string FlywayChecksum(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  boost::crc_32_type crc;
  for (const std::string& line : Split(WithLineEnds(text, "\n"), '\n')) {
    crc.process_bytes(line.data(), line.size());
  }
  return std::to_string(static_cast<std::int32_t>(crc.checksum()));
}

CommittedHistory FlywayFolder(const fs::path& folder) {
  CommittedHistory history;
  for (const fs::path& file : FilesEnding(folder, ".sql")) {
    const std::string name = file.filename().string();
    const bool is_migration = name.starts_with("V") || name.starts_with("R__");
    if (is_migration) history.migrations.push_back({name, name, {FlywayChecksum(Read(file))}});
  }
  return history;
}

// Alembic: alembic_version holds the heads; what they stand on is applied with them.
AppliedMigration AlembicRow(const Json& row) { return {Required(row, "version_num"), {}, ""}; }

// The texts in quotes on the line that sets a variable of Python: revision = "ae10".
std::vector<std::string> QuotedAfter(const std::string& text, const std::string& variable) {
  for (const std::string& line : Split(text, '\n')) {
    const std::size_t equals = line.find('=');
    if (!line.starts_with(variable) || equals == std::string::npos) continue;
    const char after = line[variable.size()];
    if (after != ' ' && after != ':' && after != '=') continue;
    std::vector<std::string> quoted;
    const std::string value = WithLineEnds(line.substr(equals + 1), "");
    std::string unified = value;
    std::replace(unified.begin(), unified.end(), '"', '\'');
    const std::vector<std::string> parts = Split(unified, '\'');
    for (std::size_t i = 1; i < parts.size(); i += 2) quoted.push_back(parts[i]);
    return quoted;
  }
  return {};
}

CommittedHistory AlembicFolder(const fs::path& folder) {
  std::set<std::string> revisions;
  std::set<std::string> stood_on;
  for (const fs::path& file : FilesEnding(folder, ".py")) {
    const std::string text = Read(file);
    for (const std::string& revision : QuotedAfter(text, "revision")) revisions.insert(revision);
    for (const std::string& below : QuotedAfter(text, "down_revision")) stood_on.insert(below);
  }
  CommittedHistory history;
  for (const std::string& revision : revisions) {
    if (!stood_on.contains(revision)) history.migrations.push_back({revision, revision, {}});
  }
  return history;
}

// Rails and golang-migrate: schema_migrations(version), the latter with dirty.
AppliedMigration RailsRow(const Json& row) {
  return {Required(row, "version"), {}, IsTrue(row, "dirty") ? "it is dirty: it failed" : ""};
}

std::string Version(const std::string& file) { return file.substr(0, file.find('_')); }

CommittedHistory VersionedFiles(const fs::path& folder, const std::string& ending) {
  CommittedHistory history;
  for (const fs::path& file : FilesEnding(folder, ending)) {
    const std::string name = file.filename().string();
    history.migrations.push_back({Version(name), name, {}});
  }
  return history;
}

CommittedHistory RailsFolder(const fs::path& folder) { return VersionedFiles(folder, ".rb"); }

// Supabase: supabase_migrations.schema_migrations(version, statements, name).
AppliedMigration SupabaseRow(const Json& row) { return {Required(row, "version"), {}, ""}; }

CommittedHistory SupabaseFolder(const fs::path& folder) { return VersionedFiles(folder, ".sql"); }

// Knex: knex_migrations(name) is the file's name.
AppliedMigration KnexRow(const Json& row) { return {Required(row, "name"), {}, ""}; }

CommittedHistory KnexFolder(const fs::path& folder) {
  CommittedHistory history;
  for (const fs::path& file : Entries(folder)) {
    const std::string name = file.filename().string();
    if (fs::is_regular_file(file)) history.migrations.push_back({name, name, {}});
  }
  return history;
}

const std::vector<MigrationTool>& Tools() {
  static const std::vector<MigrationTool> tools = {
      {"drizzle", "drizzle.__drizzle_migrations", DrizzleRow, DrizzleFolder},
      {"prisma", "public._prisma_migrations", PrismaRow, PrismaFolder},
      {"flyway", "public.flyway_schema_history", FlywayRow, FlywayFolder},
      {"alembic", "public.alembic_version", AlembicRow, AlembicFolder},
      {"rails", "public.schema_migrations", RailsRow, RailsFolder},
      {"knex", "public.knex_migrations", KnexRow, KnexFolder},
      {"supabase", "supabase_migrations.schema_migrations", SupabaseRow, SupabaseFolder}};
  return tools;
}

}  // namespace

const MigrationTool& ToolNamed(const std::string& name) {
  const auto found = std::find_if(Tools().begin(), Tools().end(),
                                  [&](const MigrationTool& tool) { return tool.name == name; });
  if (found == Tools().end()) throw std::out_of_range("no tool " + name);
  return *found;
}

std::vector<std::string> ToolNames() {
  std::vector<std::string> names;
  for (const MigrationTool& tool : Tools()) names.push_back(tool.name);
  return names;
}

}  // namespace gonogo
