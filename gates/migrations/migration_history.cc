// migration_history: both sides (if there are two) have applied the same migrations completely, and
// they are those in the folder by the tool's own rules: none is pending, none was changed after it
// was applied. The tools don't report all of that: Drizzle skips an entry that is older than the
// last one, and Prisma accepts a changed file.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/migrations/history/history_comparison.h"
#include "gates/migrations/history/history_rows.h"
#include "gates/migrations/history/tool_history.h"
#include "gates/migrations/history/tools.h"
#include "gates/reading/read_privilege.h"

namespace gonogo::migration_history {
namespace {

constexpr const char* kLog = "log";  // a table of the user's own, instead of a tool's

std::vector<std::string> Choices() {
  std::vector<std::string> choices = ToolNames();
  choices.emplace_back(kLog);
  return choices;
}

void RequireValid(const std::string& name, const Arguments& history, bool has_source) {
  const bool is_log = history.Text("tool") == kLog;
  const bool has_row = !history.Map("row").empty();
  const auto fail = [&](const char* reason) {
    throw PlanError(fmt::format("history \"{}\": {}", name, reason));
  };
  if (is_log && (!history.Has("table") || !has_row)) fail("a log needs a \"table\" and a \"row\"");
  if (!is_log && has_row) fail("only a log can have a \"row\"");
  if (!is_log && !has_source && !history.Has("folder")) {
    fail("needs a \"folder\", because the plan has no source");
  }
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, history] : arguments.Map("histories").items()) {
    RequireValid(name, Arguments(history), plan.has_source());
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"histories\" is empty");
  return subjects;
}

// Returns the side's history, or nothing and a finding if it has no such table.
std::optional<AppliedHistory> HistoryOf(const Inspection& in, SideName side,
                                        const MigrationTool& tool, const std::string& table,
                                        Outcome& outcome) {
  std::optional<AppliedHistory> history = ReadApplied(in.pair.SessionOf(side), tool, table);
  if (!history) {
    outcome.findings.push_back({ToString(side), "no table " + table, "the table of " + tool.name});
  }
  return history;
}

Outcome RunTool(const Inspection& in, const Arguments& arguments) {
  const MigrationTool& tool = ToolNamed(arguments.Text("tool"));
  const std::string table = TableOf(arguments, tool);
  Outcome outcome{.examined = 1};
  auto target = HistoryOf(in, SideName::kTarget, tool, table, outcome);
  if (!target) return outcome;
  Histories histories{.tool = tool, .target = std::move(*target), .source = {}, .committed = {}};
  if (in.plan.has_source()) {
    histories.source = HistoryOf(in, SideName::kSource, tool, table, outcome);
  }
  const Folders folders = FoldersOf(arguments);
  if (!folders.empty()) histories.committed = tool.committed(folders);
  Outcome compared = CompareHistories(std::move(histories));
  std::ranges::move(outcome.findings, std::back_inserter(compared.findings));
  return compared;
}

Outcome Run(const Inspection& in) {
  if (in.plan.has_source()) RequireReadable(in, SideName::kSource, in.plan);
  RequireReadable(in, SideName::kTarget, in.plan);
  const Arguments history = in.arguments.Member("histories", in.subject.name);
  if (history.Text("tool") == kLog) {
    const std::string table = history.Text("table");
    return RequireRow(table, ReadHistory(in.pair.Target(), table), history.Map("row"));
  }
  return RunTool(in, history);
}

// The parameters of one history.
std::vector<Parameter> HistoryParameters() {
  std::vector<Parameter> parameters = {
      TextParameter("tool", "the migration tool; log: a table of your own")
          .Required()
          .OneOf(Choices()),
      TextParameter("table", "schema.table; default: the tool's default table")};
  std::ranges::move(FolderParameters(false), std::back_inserter(parameters));
  parameters.push_back(
      TextMapParameter("row", "of a log: columns and texts of the expected row").DefaultEmpty());
  return parameters;
}

}  // namespace

Gate Definition() {
  return {.name = "migration_history",
          .summary = "Both sides have completely applied the same migrations, those in the folder.",
          .meaning =
              "The migration tool skips a migration, applies one again, or stops at the next "
              "deployment.",
          .remedy =
              "Apply what is missing with the tool; correct its history table where files were "
              "changed or lost.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {ObjectMapParameter("histories",
                                            "by any name: a tool, its table and its folder",
                                            HistoryParameters())
                             .Required()},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo::migration_history
