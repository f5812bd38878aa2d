// The target's history counts; before the target has one, the source's, which it will get.
#include "gates/migrations/pending_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "core/error.h"
#include "core/text/text.h"
#include "gates/migrations/history/tool_history.h"
#include "gates/migrations/history/tools/changelog_files.h"
#include "gates/migrations/history/tools/flyway_names.h"
#include "gates/migrations/review/code/code_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

std::string BaseName(const std::string& name) { return name.substr(name.find_last_of('/') + 1); }

bool All(const MigrationFiles& folder, bool (*is)(const MigrationFile&)) {
  return !folder.files.empty() && std::ranges::all_of(folder.files, is);
}

bool Any(const MigrationFiles& folder, bool (*is)(const MigrationFile&)) {
  return std::ranges::any_of(folder.files, is);
}

// Returns the tool that leaves its marks in the folder, or "".
std::string RecognizedTool(const fs::path& path, const MigrationFiles& folder) {
  std::error_code unknown;
  const auto has = [&](const char* file) { return fs::exists(path / file, unknown); };
  const bool has_breakpoints = Any(folder, [](const MigrationFile& file) {
    return file.text.find("--> statement-breakpoint") != std::string::npos;
  });
  const bool is_flat = All(
      folder, [](const MigrationFile& file) { return file.name.find('/') == std::string::npos; });
  if (has("meta/_journal.json") || (has_breakpoints && is_flat)) return "drizzle";
  const bool has_folders = All(folder, [](const MigrationFile& file) {
    return file.name.ends_with("/migration.sql") && std::ranges::count(file.name, '/') == 1;
  });
  if (has("migration_lock.toml")) return "prisma";
  if (has_folders) {
    const fs::path first = path / folder.files.front().name;
    return fs::exists(first.parent_path() / "snapshot.json", unknown) ? "drizzle" : "prisma";
  }
  if (path.lexically_normal().generic_string().ends_with("supabase/migrations")) return "supabase";
  if (Any(folder, [](const MigrationFile& file) { return IsFormattedSql(file.text); }))
    return "liquibase";
  if (All(folder, [](const MigrationFile& file) { return file.name.ends_with(".up.sql"); }))
    return "golang-migrate";
  const bool has_versions = Any(folder, [](const MigrationFile& file) {
    return ReadFlywayName(BaseName(file.name)).prefix != 0;
  });
  const bool has_numbers = Any(folder, [](const MigrationFile& file) {
    return std::isdigit(static_cast<unsigned char>(BaseName(file.name)[0])) != 0;
  });
  return has_versions && !has_numbers ? "flyway" : "";
}

// Returns the history of the first side that has one, and the side's name.
std::optional<std::pair<AppliedHistory, std::string>> HistoryIn(const Inspection& in,
                                                                const MigrationTool& tool,
                                                                const std::string& table) {
  std::vector<SideName> sides = {SideName::kTarget};
  if (in.plan.has_source()) sides.push_back(SideName::kSource);
  for (const SideName side : sides) {
    if (auto history = ReadApplied(in.pair.SessionOf(side), tool, table)) {
      return {{std::move(*history), ToString(side)}};
    }
  }
  return std::nullopt;
}

// Liquibase may run a changeset that has a context later on.
bool IsDone(const MigrationTool& tool, const CommittedMigration& file,
            const std::set<std::string>& pending) {
  if (pending.contains(file.name)) return false;
  return tool.name != "liquibase" || file.not_wanted.empty();
}

void Choose(const Inspection& in, const Arguments& service, const MigrationTool& tool,
            ReviewedFiles& chosen) {
  const std::string table = TableOf(service, tool);
  CommittedHistory committed = tool.committed({fs::path(service.Text("folder"))});
  auto history = HistoryIn(in, tool, table);
  if (!history) {
    chosen.notes.push_back(fmt::format("no table {}: all files count as pending", table));
    history = {AppliedHistory(), ""};
  } else {
    chosen.has_history = true;
    chosen.is_of_source = history->second == ToString(SideName::kSource);
  }
  Settle(tool, history->first, committed);
  std::set<std::string> names;
  std::set<std::string> not_done;
  for (const CommittedMigration& file : PendingOf(history->first, committed))
    names.insert(file.name);
  for (const CommittedMigration& file : committed.migrations) {
    if (!IsDone(tool, file, names)) not_done.insert(file.file);
  }
  for (const CommittedMigration& file : committed.migrations) {
    if (!not_done.contains(file.file)) chosen.applied.insert(file.file);
  }
  chosen.pending.assign(not_done.begin(), not_done.end());
  if (chosen.applied.empty()) return;
  chosen.notes.push_back(fmt::format("not reviewed: {}, not pending by the {}'s history of {}",
                                     Counted(chosen.applied.size(), "file"), history->second,
                                     tool.name));
}

// Takes all files of the tool as pending.
void ChooseAll(const Arguments& service, const MigrationTool& tool, ReviewedFiles& chosen) {
  for (const auto& file : tool.committed({fs::path(service.Text("folder"))}).migrations) {
    chosen.pending.push_back(file.file);
  }
}

}  // namespace

ReviewedFiles ChooseFiles(const Inspection& in, const Arguments& service,
                          const MigrationFiles& folder) {
  ReviewedFiles chosen;
  chosen.tool =
      service.Has("tool") ? service.Text("tool") : RecognizedTool(service.Text("folder"), folder);
  const bool has_folder = fs::exists(service.Text("folder"));
  if (chosen.tool.empty() || !has_folder) return chosen;
  const MigrationTool& tool = ToolNamed(chosen.tool);
  if (service.Text("files") == "all") {
    if (IsCodeTool(chosen.tool)) ChooseAll(service, tool, chosen);
    return chosen;
  }
  try {
    Choose(in, service, tool, chosen);
  } catch (const std::exception& error) {
    if (service.Has("tool")) throw;
    chosen.applied.clear();
    chosen.notes = {
        fmt::format("all files count as pending, because the history of {} can't be "
                    "read: {}",
                    chosen.tool, error.what())};
  }
  return chosen;
}

}  // namespace gonogo
