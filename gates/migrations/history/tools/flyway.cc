// Flyway: flyway_schema_history. Rows of other types than SQL may be about the same migrations: a
// baseline, an undo, a deletion. Of several rows about one migration the last counts.
#include "gates/migrations/history/tools/flyway.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"
#include "gates/migrations/history/tools/flyway_names.h"

namespace gonogo {
namespace {

constexpr const char* kCode = "they are code, which isn't read";

std::int64_t RankOf(const Json& row) {
  return ParseInteger(Member(row, "installed_rank").value_or("0")).value_or(0);
}

// Returns what identifies the migration of a row: its version, or a repeatable's description.
std::string KeyOf(const Json& row) {
  if (const Value version = Member(row, "version")) return FlywayVersion(*version);
  const std::string script = Member(row, "script").value_or("");
  const FlywayName name = ReadFlywayName(script.substr(script.find_last_of('/') + 1));
  return "R " + (name.prefix == 'R' ? name.description : Member(row, "description").value_or(""));
}

AppliedMigration MigrationOf(const Json& row, const std::string& key, const std::string& type) {
  const bool is_sql = type == "SQL" || type == "SQL_BASELINE";
  AppliedMigration migration{.name = type.ends_with("_BASELINE") ? "B " + key : key,
                             .checksum = Member(row, "checksum"),
                             .problem = IsTrue(row, "success") ? "" : "failed",
                             .label = RequiredMember(row, "script")};
  if (!is_sql) migration.without_file = kCode;
  return migration;
}

AppliedHistory AppliedByFlyway(const std::vector<Json>& unsorted) {
  std::vector<Json> rows = unsorted;
  std::ranges::stable_sort(rows, {}, RankOf);
  AppliedHistory history;
  auto& migrations = history.migrations;
  for (const Json& row : rows) {
    const std::string type = Member(row, "type").value_or("SQL");
    if (type == "SCHEMA") continue;
    const std::string key = KeyOf(row);
    if (type.ends_with("BASELINE")) history.baseline = key;
    if (type == "BASELINE") continue;
    std::erase_if(migrations, [&](const AppliedMigration& one) { return one.name == key; });
    const bool is_undo = type.starts_with("UNDO_");
    if (type == "DELETE" || (is_undo && IsTrue(row, "success"))) continue;
    migrations.push_back(MigrationOf(row, key, type));
    if (is_undo) migrations.back().problem = "undoing it failed";
  }
  return history;
}

// Flyway computes a repeatable's checksum from the text with placeholders replaced.
std::vector<std::string> ChecksumsOf(const FlywayName& name, const std::string& text,
                                     const std::string& file, CommittedHistory& history) {
  if (name.prefix != 'R' || text.find("${") == std::string::npos) return FlywayChecksums(text);
  history.notes.push_back(
      fmt::format("{}: has placeholders, so its checksum isn't compared with the file", file));
  return {};
}

CommittedHistory CommittedForFlyway(const Folders& folders) {
  CommittedHistory history;
  std::map<std::string, std::string> seen;
  for (const FolderFile& file : FilesBelow(folders, {".sql"})) {
    const std::string label = file.path.filename().string();
    const FlywayName name = ReadFlywayName(label);
    if (name.prefix == 0 || name.prefix == 'U') continue;
    std::string key = name.prefix == 'R' ? "R " + name.description : name.version;
    if (name.prefix == 'B') key = "B " + key;
    if (const auto [first, is_new] = seen.emplace(key, file.name); !is_new) {
      history.problems.push_back(
          fmt::format("{} and {} are the same migration to Flyway", first->second, file.name));
      continue;
    }
    history.migrations.push_back(
        {.name = key,
         .label = label,
         .checksums = ChecksumsOf(name, ReadTextFile(file.path), file.name, history),
         .file = file.name,
         .runs_again = name.prefix == 'R'});
  }
  return history;
}

bool IsVersion(const std::string& name) {
  return !name.starts_with("R ") && !name.starts_with("B ");
}

bool CoveredByFlyway(const AppliedHistory& history, const std::string& name) {
  // Where versions ran one by one, no baseline migration did.
  if (name.starts_with("B ")) {
    return std::ranges::any_of(history.migrations, IsVersion, &AppliedMigration::name);
  }
  return history.baseline && IsVersion(name) && IsNotNewer(name, *history.baseline);
}

std::string Newest(const std::vector<std::string>& versions) {
  std::string newest;
  for (const std::string& version : versions) {
    if (newest.empty() || !IsNotNewer(version, newest)) newest = version;
  }
  return newest;
}

// A baseline migration runs only on an empty history, and replaces the versions up to its own.
void ChooseBaseline(const AppliedHistory& applied, CommittedHistory& committed) {
  std::vector<std::string> baselines;
  for (const CommittedMigration& file : committed.migrations) {
    if (file.name.starts_with("B ")) baselines.push_back(file.name.substr(2));
  }
  const bool is_fresh = applied.migrations.empty() && !applied.baseline;
  const std::string chosen = is_fresh ? Newest(baselines) : "";
  for (CommittedMigration& file : committed.migrations) {
    if (file.name.starts_with("B ") && file.name != "B " + chosen) {
      file.not_wanted = "a baseline migration runs only on an empty history";
    } else if (!chosen.empty() && IsVersion(file.name) && IsNotNewer(file.name, chosen)) {
      file.not_wanted = fmt::format("the baseline migration {} replaces them", chosen);
    }
  }
}

void SettleFlyway(AppliedHistory& applied, CommittedHistory& committed) {
  ChooseBaseline(applied, committed);
  std::vector<std::string> versions;
  for (const AppliedMigration& row : applied.migrations) {
    if (IsVersion(row.name)) versions.push_back(row.name);
  }
  const std::string newest = Newest(versions);
  for (CommittedMigration& file : committed.migrations) {
    if (IsVersion(file.name) && CoveredByFlyway(applied, file.name)) {
      file.not_wanted = fmt::format("the baseline {} replaces them", *applied.baseline);
    } else if (IsVersion(file.name) && !newest.empty() && IsNotNewer(file.name, newest)) {
      file.remark =
          ", and Flyway refuses or ignores it without outOfOrder, because later ones are "
          "applied";
    }
  }
}

}  // namespace

MigrationTool FlywayTool() {
  return {.name = "flyway",
          .table = "public.flyway_schema_history",
          .applied = AppliedByFlyway,
          .committed = CommittedForFlyway,
          .settle = SettleFlyway,
          .covers = CoveredByFlyway};
}

}  // namespace gonogo
