// The folder of a migration tool and the rows of its history: what isn't applied is always seen.
#include <algorithm>
#include <optional>
#include <string>

#include "gates/migrations/history/history_comparison.h"
#include "gates/migrations/history/history_rows.h"
#include "gates/migrations/history/tool_history.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/small_folder.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

constexpr const char* kRowsFile = "rows.json";

std::vector<Json> RowsIn(const DescribedFolder& described) {
  const Json rows = ParseJson(described.TextOf(kRowsFile));
  std::vector<Json> objects;
  for (const Json& row : rows) {
    if (row.is_object()) objects.push_back(row);
  }
  return objects;
}

void RequireSeen(const MigrationTool& tool, AppliedHistory applied, CommittedHistory committed) {
  const bool is_fresh = applied.migrations.empty() && !applied.baseline;
  const Outcome outcome = CompareHistories(
      {.tool = tool, .target = applied, .source = applied, .committed = committed});
  Settle(tool, applied, committed);
  const auto pending = PendingOf(applied, committed);
  Require(!is_fresh || pending.empty() || !outcome.findings.empty(),
          "a migration isn't applied, and the comparison doesn't see it");
}

}  // namespace

void FeedHistoryFiles(std::string_view input) {
  const DescribedFolder described = ReadDescribedFolder(input);
  if (std::ranges::count(ToolNames(), described.heading) == 0) return;
  const MigrationTool& tool = ToolNamed(described.heading);
  const SmallFolder folder;
  for (const auto& [name, text] : described.files) {
    if (name != kRowsFile) folder.Write(name, text);
  }
  CommittedHistory committed;
  AppliedHistory applied;
  HistoryRows history{.has_table = true, .rows = {}};
  const bool has_files =
      IsTaken([&] { committed = tool.committed({folder.path()}); }, Refuses::kInWords);
  const bool has_rows = IsTaken(
      [&] {
        history.rows = RowsIn(described);
        applied = tool.applied(history.rows);
      },
      Refuses::kInWords);
  if (has_files && has_rows) RequireSeen(tool, applied, committed);
  RequireRow("log", history, {{"id", "1"}});
}

}  // namespace gonogo::fuzz
