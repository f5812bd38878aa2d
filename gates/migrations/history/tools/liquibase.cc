// Liquibase: databasechangelog. Id, author and path together name a changeset. The path is as it
// was given to Liquibase, so it may begin above or below the folder.
#include "gates/migrations/history/tools/liquibase.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/text/text.h"
#include "gates/migrations/history/tool_files.h"
#include "gates/migrations/history/tools/changelog_files.h"

namespace gonogo {
namespace {

std::string NameOfChange(const std::string& path, const std::string& id,
                         const std::string& author) {
  return fmt::format("{}::{}::{}", path, id, author);
}

std::string WithoutClasspath(std::string path) {
  std::ranges::replace(path, '\\', '/');  // as Windows wrote it
  if (path.starts_with("classpath:")) path.erase(0, 10);
  while (path.starts_with("/") || path.starts_with("./")) path.erase(0, path.find('/') + 1);
  return path;
}

AppliedHistory AppliedByLiquibase(const std::vector<Json>& rows) {
  AppliedHistory history;
  for (const Json& row : rows) {
    const std::string outcome = Member(row, "exectype").value_or("EXECUTED");
    if (outcome == "SKIPPED") continue;
    history.migrations.push_back(
        {.name = NameOfChange(WithoutClasspath(RequiredMember(row, "filename")),
                              RequiredMember(row, "id"), RequiredMember(row, "author")),
         .checksum = Member(row, "md5sum"),
         .problem = outcome == "FAILED" ? "failed" : ""});
  }
  return history;
}

// Why a changeset may rightly be missing, or "".
std::string WhyNotWanted(const ChangeSet& change) {
  if (!change.is_for_postgres) return "they are for another database, or ignored";
  if (change.is_conditional) return "they have contexts, labels or preconditions";
  return "";
}

CommittedHistory CommittedForLiquibase(const Folders& folders) {
  CommittedHistory history;
  for (const FolderFile& file : FilesBelow(folders, {".sql", ".xml", ".json", ".yaml", ".yml"})) {
    const Changelog log = ReadChangelog(file);
    if (!log.problem.empty()) history.problems.push_back(file.name + ": " + log.problem);
    for (const ChangeSet& change : log.changesets) {
      const std::string path =
          change.logical_path.empty() ? file.name : WithoutClasspath(change.logical_path);
      const std::string name = NameOfChange(path, change.id, change.author);
      history.migrations.push_back(
          {.name = name, .label = name, .file = file.name, .not_wanted = WhyNotWanted(change)});
    }
  }
  return history;
}

// Returns true if one name is the other, with a longer path.
bool EndsWithPath(const std::string& longer, const std::string& shorter) {
  return longer == shorter || longer.ends_with("/" + shorter);
}

// Returns why the row has no changeset in the files that were read, or "".
std::string WhyUnread(const std::string& name) {
  if (name.ends_with("::raw::includeAll")) return "they are SQL files without changesets";
  return "";
}

void SettleLiquibase(AppliedHistory& applied, CommittedHistory& committed) {
  for (AppliedMigration& row : applied.migrations) {
    const auto is_it = [&](const CommittedMigration& file) {
      return EndsWithPath(row.name, file.name) || EndsWithPath(file.name, row.name);
    };
    const auto exact = std::ranges::find(committed.migrations, row.name, &CommittedMigration::name);
    const auto found = exact != committed.migrations.end()
                           ? exact
                           : std::ranges::find_if(committed.migrations, is_it);
    if (found == committed.migrations.end()) {
      row.without_file = WhyUnread(row.name);
    } else {
      row.name = found->name;
    }
  }
}

// A checksum begins with the version of its computation: those of two versions don't compare.
bool SameLiquibaseChecksum(const Value& one, const Value& other) {
  if (!one || !other) return true;
  const bool same_version = one->substr(0, one->find(':')) == other->substr(0, other->find(':'));
  return !same_version || *one == *other;
}

}  // namespace

MigrationTool LiquibaseTool() {
  return {.name = "liquibase",
          .table = "public.databasechangelog",
          .applied = AppliedByLiquibase,
          .committed = CommittedForLiquibase,
          .settle = SettleLiquibase,
          .same_checksum = SameLiquibaseChecksum};
}

}  // namespace gonogo
