// Drizzle: __drizzle_migrations(id, hash, created_at), from version 1 on also name. Before version
// 1 the time in the journal identifies a migration.
#include "gates/migrations/history/drizzle.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/digest.h"
#include "core/text/json.h"
#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

AppliedMigration AppliedByDrizzle(const Json& row) {
  const Value name = Member(row, "name");
  return {name ? *name : RequiredMember(row, "created_at"), RequiredMember(row, "hash"), ""};
}

// Drizzle never applies an entry whose time isn't later than the one before, and doesn't report it.
CommittedHistory ReadJournal(const fs::path& folder) {
  const Json journal = ParseJson(ReadTextFile(folder / "meta" / "_journal.json"));
  CommittedHistory history;
  std::int64_t latest = 0;
  for (const Json& entry : journal.at("entries")) {
    const auto when = entry.at("when").get<std::int64_t>();
    const auto tag = entry.at("tag").get<std::string>();
    if (when <= latest) {
      history.problems.push_back(
          fmt::format("{}: its time in the journal isn't later than the times before it", tag));
    }
    latest = std::max(latest, when);
    history.migrations.push_back(
        {std::to_string(when), tag, {Sha256(ReadTextFile(folder / (tag + ".sql")))}});
  }
  return history;
}

CommittedHistory CommittedForDrizzle(const fs::path& folder) {
  if (fs::exists(folder / "meta" / "_journal.json")) return ReadJournal(folder);
  return MigrationFolders(folder,
                          [](const std::string& text) { return std::vector{Sha256(text)}; });
}

}  // namespace

MigrationTool DrizzleTool() {
  return {.name = "drizzle",
          .table = "drizzle.__drizzle_migrations",
          .applied = AppliedByDrizzle,
          .committed = CommittedForDrizzle,
          .skips_older = true};
}

}  // namespace gonogo
