// The server's clock comes with the rows, because the tools write times by their own.
#include "gates/migrations/history/tool_history.h"

#include <algorithm>

#include "gates/migrations/history/history_rows.h"

namespace gonogo {

std::optional<AppliedHistory> ReadApplied(Session& session, const MigrationTool& tool,
                                          const std::string& table) {
  const HistoryRows rows = ReadHistory(session, table);
  if (!rows.has_table) return std::nullopt;
  AppliedHistory applied = tool.applied(rows.rows);
  applied.now_ms = rows.now_ms;
  return applied;
}

std::vector<Parameter> FolderParameters(bool is_required) {
  return {PathParameter("folder", "folder of the committed migrations").Required(is_required),
          PathListParameter("folders", "more folders of the same history, such as post_migrate")
              .DefaultEmpty()};
}

Folders FoldersOf(const Arguments& arguments) {
  Folders folders;
  if (arguments.Has("folder")) folders.emplace_back(arguments.Text("folder"));
  for (const std::string& folder : arguments.Texts("folders")) folders.emplace_back(folder);
  return folders;
}

std::string TableOf(const Arguments& arguments, const MigrationTool& tool) {
  return arguments.Has("table") ? arguments.Text("table") : tool.table;
}

void Settle(const MigrationTool& tool, AppliedHistory& applied, CommittedHistory& committed) {
  if (tool.settle != nullptr) tool.settle(applied, committed);
}

namespace {

// Returns true if the row is about the text that the file has, as far as that can be told.
bool IsOfText(const AppliedMigration& row, const CommittedMigration& file) {
  if (file.checksums.empty()) return !file.runs_again;
  return !row.checksum || std::ranges::find(file.checksums, *row.checksum) != file.checksums.end();
}

}  // namespace

std::vector<CommittedMigration> PendingOf(const AppliedHistory& applied,
                                          const CommittedHistory& committed) {
  std::vector<CommittedMigration> pending;
  for (const CommittedMigration& file : committed.migrations) {
    const auto row = std::ranges::find(applied.migrations, file.name, &AppliedMigration::name);
    const bool is_applied =
        row != applied.migrations.end() && row->problem.empty() && IsOfText(*row, file);
    if (!is_applied && file.not_wanted.empty()) pending.push_back(file);
  }
  return pending;
}

}  // namespace gonogo
