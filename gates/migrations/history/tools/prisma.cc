// Prisma: _prisma_migrations. A migration that failed or was rolled back stays in the table, and
// may have another row.
#include "gates/migrations/history/tools/prisma.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

// Returns true if `migrate resolve --applied` wrote the row: it ran nothing.
bool WasMarked(const Json& row) {
  return Member(row, "finished_at") && Member(row, "applied_steps_count").value_or("") == "0" &&
         Member(row, "started_at") == Member(row, "finished_at");
}

// The rows in the order of their times. What a migration replaces is older than its row.
AppliedHistory AppliedByPrisma(const std::vector<Json>& unsorted) {
  std::vector<Json> rows = unsorted;
  std::ranges::stable_sort(rows, {},
                           [](const Json& row) { return Member(row, "started_at").value_or(""); });
  std::set<std::string> failed;
  AppliedHistory history;
  for (const Json& row : rows) {
    const std::string name = RequiredMember(row, "migration_name");
    if (Member(row, "rolled_back_at")) {
      failed.insert(name);
      continue;
    }
    const bool is_finished = Member(row, "finished_at").has_value();
    // A migration that failed and was then completed by hand is marked, too, and replaces nothing.
    const bool may_replace = WasMarked(row) && !failed.contains(name);
    history.migrations.push_back({.name = name,
                                  .checksum = RequiredMember(row, "checksum"),
                                  .problem = is_finished ? "" : "failed and wasn't resolved",
                                  .time = may_replace ? 1 : 0});
  }
  return history;
}

// Squashing replaces files by one that is marked as applied: the older rows stay without a file.
void SettlePrisma(AppliedHistory& applied, CommittedHistory& committed) {
  std::set<std::string> files;
  for (const CommittedMigration& file : committed.migrations) files.insert(file.name);
  std::string replacement;
  for (auto one = applied.migrations.rbegin(); one != applied.migrations.rend(); ++one) {
    if (one->time == 1 && files.contains(one->name)) replacement = one->name;
    if (!replacement.empty() && !files.contains(one->name)) {
      one->without_file = fmt::format("{} replaces them", replacement);
    }
  }
}

// Old versions printed each byte with %x, without its leading zero.
std::string Unpadded(const std::string& digest) {
  std::string unpadded;
  for (std::size_t i = 0; i + 1 < digest.size(); i += 2) {
    unpadded += digest[i] == '0' ? digest.substr(i + 1, 1) : digest.substr(i, 2);
  }
  return unpadded;
}

std::vector<std::string> ChecksumsOfPrisma(const std::string& text) {
  std::vector<std::string> checksums;
  for (const std::string& digest : DigestsOfAnyLineEnds(text)) {
    checksums.push_back(digest);
    checksums.push_back(Unpadded(digest));
  }
  return checksums;
}

// Prisma refuses a folder without a migration.sql, and a lock file of another database.
void AddPrismaProblems(const fs::path& folder, CommittedHistory& history) {
  std::vector<std::string> empty;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && !name.starts_with(".") &&
        !fs::exists(entry.path() / "migration.sql")) {
      empty.push_back(name);
    }
  }
  std::ranges::sort(empty);
  for (const std::string& name : empty) {
    history.problems.push_back(name + " has no migration.sql, so Prisma refuses to migrate");
  }
  if (!fs::exists(folder / "migration_lock.toml")) return;
  const std::string lock = ReadTextFile(folder / "migration_lock.toml");
  const bool is_ours =
      lock.find("postgres") != std::string::npos || lock.find("cockroachdb") != std::string::npos;
  if (!is_ours && lock.find("provider") != std::string::npos) {
    history.problems.push_back("migration_lock.toml names another provider than postgresql");
  }
}

CommittedHistory CommittedForPrisma(const Folders& folders) {
  CommittedHistory history = MigrationFolders(folders, ChecksumsOfPrisma);
  for (const fs::path& folder : folders) AddPrismaProblems(folder, history);
  return history;
}

}  // namespace

MigrationTool PrismaTool() {
  return {.name = "prisma",
          .table = "public._prisma_migrations",
          .applied = AppliedByPrisma,
          .committed = CommittedForPrisma,
          .settle = SettlePrisma};
}

}  // namespace gonogo
