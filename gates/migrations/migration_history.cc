// migration_history: both sides (if there are two) have applied the same migrations completely, and
// they are those in the folder: none is pending, none was changed after it was applied. The tools
// don't report all of that: Drizzle skips an entry that is older than the last one, and Prisma
// accepts a changed file.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/migrations/history/history_rows.h"
#include "gates/migrations/history/tools.h"
#include "gates/read_privilege.h"

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

// The migrations that one side has applied, by name. A name occurs as often as it was applied.
using Applied = std::multimap<std::string, AppliedMigration>;

Applied AppliedOf(const MigrationTool& tool, const HistoryRows& history) {
  Applied applied;
  for (const Json& row : history.rows) {
    AppliedMigration migration = tool.applied(row);
    if (!migration.name.empty()) applied.emplace(migration.name, std::move(migration));
  }
  return applied;
}

class HistoryComparison {
 public:
  HistoryComparison(const Inspection& in, const Arguments& history)
      : in_(in), history_(history), tool_(ToolNamed(history.Text("tool"))) {
    table_ = history.Has("table") ? history.Text("table") : tool_.table;
  }

  Outcome Run() {
    outcome_.examined = 1;
    const HistoryRows target = ReadHistory(in_.pair.Target(), table_);
    if (!RequireTable(SideName::kTarget, target)) return std::move(outcome_);
    const Applied on_target = AppliedOf(tool_, target);
    RequireComplete(on_target);
    if (in_.plan.has_source()) {
      CompareWithSource(on_target);
    } else {
      outcome_.notes.push_back(fmt::format("{} applied", on_target.size()));
    }
    if (history_.Has("folder")) CompareWithFolder(on_target, target.now_ms);
    return std::move(outcome_);
  }

 private:
  void CompareWithSource(const Applied& on_target) {
    const HistoryRows source = ReadHistory(in_.pair.Source(), table_);
    if (!RequireTable(SideName::kSource, source)) return;
    const Applied on_source = AppliedOf(tool_, source);
    outcome_.notes.push_back(
        fmt::format("source {}, target {} applied", on_source.size(), on_target.size()));
    CompareSides(on_source, on_target);
  }

  void AddFinding(const std::string& subject, const std::string& have, const std::string& want) {
    outcome_.findings.push_back({subject, have, want});
  }

  bool RequireTable(SideName side, const HistoryRows& history) {
    if (!history.has_table) {
      AddFinding(ToString(side), "no table " + table_, "the table of " + tool_.name);
    }
    return history.has_table;
  }

  void RequireComplete(const Applied& applied) {
    for (const auto& [name, migration] : applied) {
      ++outcome_.examined;
      if (!migration.problem.empty()) AddFinding(name, migration.problem, "applied");
    }
  }

  void CompareSides(const Applied& source, const Applied& target) {
    for (const auto& [name, migration] : source) {
      const auto there = target.find(name);
      if (there == target.end()) {
        AddFinding(name, "not applied on the target", "applied, as on the source");
      } else if (there->second.checksum != migration.checksum) {
        AddFinding(name, "a different text was applied on the target",
                   "the text that was applied on the source");
      }
    }
    for (const auto& [name, migration] : target) {
      if (!source.contains(name))
        AddFinding(name, "applied only on the target", "applied on both sides");
    }
  }

  void CompareWithFolder(const Applied& applied, std::int64_t now_ms) {
    const CommittedHistory committed = tool_.committed(history_.Text("folder"));
    if (committed.migrations.empty())
      AddFinding("folder", "no migrations", "the committed migrations");
    for (const std::string& problem : committed.problems)
      AddFinding("folder", problem, "entries in the order of their times");
    std::set<std::string> known;
    for (const CommittedMigration& migration : committed.migrations) {
      ++outcome_.examined;
      known.insert(migration.name);
      CompareWithFile(migration, applied, now_ms);
    }
    for (const auto& [name, migration] : applied) {
      if (!known.contains(name))
        AddFinding(name, "applied, but not in the folder", "its file in the folder");
    }
  }

  void CompareWithFile(const CommittedMigration& file, const Applied& applied,
                       std::int64_t now_ms) {
    const auto times = applied.count(file.name);
    if (times == 0) {
      AddFinding(file.label,
                 IsSkipped(file, applied)
                     ? "not applied, and the tool will skip it, because later ones are applied"
                     : "not applied",
                 "applied");
      return;
    }
    if (times > 1) AddFinding(file.label, fmt::format("applied {} times", times), "applied once");
    const Value& checksum = applied.find(file.name)->second.checksum;
    const auto& known = file.checksums;
    if (checksum && !known.empty() && std::ranges::find(known, *checksum) == known.end()) {
      AddFinding(file.label, "changed after it was applied", "the file that was applied");
    }
    const auto time = TimeOf(file);
    if (time && *time > now_ms) {
      AddFinding(
          file.label,
          "its time is in the future: the tool will skip migrations that are added before then",
          "a time in the past");
    }
  }

  // Returns the time by which the tool decides whether to skip the migration, if it does so.
  std::optional<std::int64_t> TimeOf(const CommittedMigration& file) const {
    return tool_.skips_older ? ParseInteger(file.name) : std::nullopt;
  }

  bool IsSkipped(const CommittedMigration& file, const Applied& applied) const {
    const auto time = TimeOf(file);
    if (!time) return false;
    return std::any_of(applied.begin(), applied.end(), [&](const auto& entry) {
      return ParseInteger(entry.first).value_or(0) >= *time;
    });
  }

  const Inspection& in_;
  const Arguments& history_;
  const MigrationTool& tool_;
  std::string table_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  if (in.plan.has_source()) RequireReadable(in.pair, SideName::kSource, in.plan);
  RequireReadable(in.pair, SideName::kTarget, in.plan);
  const Arguments history = in.arguments.Member("histories", in.subject.name);
  if (history.Text("tool") == kLog) {
    const std::string table = history.Text("table");
    return RequireRow(table, ReadHistory(in.pair.Target(), table), history.Map("row"));
  }
  return HistoryComparison(in, history).Run();
}

}  // namespace

Gate Definition() {
  return {
      .name = "migration_history",
      .summary = "Both sides have completely applied the same migrations, those in the folder.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {ObjectMapParameter(
                         "histories", "by any name: a tool, its table and its folder",
                         {TextParameter("tool", "the migration tool; log: a table of your own")
                              .Required()
                              .OneOf(Choices()),
                          TextParameter("table", "schema.table; default: the tool's default table"),
                          PathParameter("folder", "folder of the committed migrations"),
                          TextMapParameter("row", "of a log: columns and texts of the expected row")
                              .DefaultEmpty()})
                         .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::migration_history
