// migration_history: the same migrations were applied on both sides (if there are two), none of
// them half, and they are those in the folder: none is pending, none was changed after it was
// applied. The tools themselves let some of that pass: Drizzle skips an entry that is older than
// the last one, and Prisma calls a changed file up to date.
#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/migrations/history/log_rows.h"
#include "gates/migrations/history/tools.h"
#include "gates/read_privilege.h"

namespace gonogo {
namespace {

constexpr const char* kLog = "log";

std::vector<std::string> Choices() {
  std::vector<std::string> choices = ToolNames();
  choices.emplace_back(kLog);
  return choices;
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, history] : arguments.Map("histories").items()) {
    const Arguments one(history);
    const bool is_log = one.Text("tool") == kLog;
    if (is_log && (!one.Has("table") || one.Map("row").empty())) {
      throw PlanError("history \"" + name + "\": a log needs a \"table\" and a \"row\"");
    }
    if (!is_log && !one.Map("row").empty()) {
      throw PlanError("history \"" + name + "\": only a log has a \"row\"");
    }
    if (!is_log && !plan.has_source() && !one.Has("folder")) {
      throw PlanError("history \"" + name + "\": without a source it needs a \"folder\"");
    }
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"histories\" is empty");
  return subjects;
}

// What one side has applied, by name; a name that is there more than once was applied as often.
using Applied = std::multimap<std::string, AppliedMigration>;

Applied Read(const MigrationTool& tool, const LoggedRows& answer) {
  Applied applied;
  for (const Json& row : answer.rows) {
    AppliedMigration migration = tool.applied(row);
    if (!migration.name.empty()) applied.emplace(migration.name, std::move(migration));
  }
  return applied;
}

class HistoryCase {
 public:
  HistoryCase(const Inspection& in, const Arguments& history)
      : in_(in), history_(history), tool_(ToolNamed(history.Text("tool"))) {
    table_ = history.Has("table") ? history.Text("table") : tool_.table;
  }

  Outcome Look() {
    outcome_.examined = 1;
    const LoggedRows target = ReadLog(in_.pair.Target(), table_);
    if (!RequireTable("target", target)) return std::move(outcome_);
    const Applied on_target = Read(tool_, target);
    RequireWhole(on_target);
    if (in_.plan.has_source()) {
      CompareWithSource(on_target);
    } else {
      outcome_.notes.push_back(std::to_string(on_target.size()) + " applied");
    }
    if (history_.Has("folder")) CompareWithFolder(on_target, target.now_ms);
    return std::move(outcome_);
  }

 private:
  void CompareWithSource(const Applied& on_target) {
    const LoggedRows source = ReadLog(in_.pair.Source(), table_);
    if (!RequireTable("source", source)) return;
    const Applied on_source = Read(tool_, source);
    outcome_.notes.push_back("source " + std::to_string(on_source.size()) + ", target " +
                             std::to_string(on_target.size()) + " applied");
    CompareSides(on_source, on_target);
  }

  void Find(const std::string& subject, const std::string& have, const std::string& want) {
    outcome_.findings.push_back({subject, have, want});
  }

  bool RequireTable(const std::string& side, const LoggedRows& answer) {
    if (!answer.has_table) Find(side, "no table " + table_, "the table of " + tool_.name);
    return answer.has_table;
  }

  void RequireWhole(const Applied& applied) {
    for (const auto& [name, migration] : applied) {
      ++outcome_.examined;
      if (!migration.problem.empty()) Find(name, migration.problem, "applied");
    }
  }

  void CompareSides(const Applied& source, const Applied& target) {
    for (const auto& [name, migration] : source) {
      const auto there = target.find(name);
      if (there == target.end()) {
        Find(name, "not applied on the target", "applied, as on the source");
      } else if (there->second.checksum != migration.checksum) {
        Find(name, "another text was applied on the target", "what was applied on the source");
      }
    }
    for (const auto& [name, migration] : target) {
      if (!source.contains(name)) Find(name, "applied on the target only", "applied on both");
    }
  }

  void CompareWithFolder(const Applied& applied, std::int64_t now_ms) {
    const CommittedHistory committed = tool_.committed(history_.Text("folder"));
    if (committed.migrations.empty()) Find("folder", "no migration", "the committed migrations");
    for (const std::string& problem : committed.problems) Find("folder", problem, "in order");
    std::set<std::string> known;
    for (const CommittedMigration& migration : committed.migrations) {
      ++outcome_.examined;
      known.insert(migration.name);
      CompareWithFile(migration, applied, now_ms);
    }
    for (const auto& [name, migration] : applied) {
      if (!known.contains(name)) Find(name, "applied, and not in the folder", "its file");
    }
  }

  void CompareWithFile(const CommittedMigration& file, const Applied& applied,
                       std::int64_t now_ms) {
    const auto times = applied.count(file.name);
    if (times == 0) {
      Find(file.label,
           IsPassedOver(file, applied) ? "not applied, and passed over: later ones are applied"
                                       : "not applied",
           "applied");
      return;
    }
    if (times > 1) Find(file.label, "applied " + std::to_string(times) + " times", "once");
    const Value& checksum = applied.find(file.name)->second.checksum;
    const auto& fits = file.checksums;
    if (checksum && !fits.empty() && std::find(fits.begin(), fits.end(), *checksum) == fits.end()) {
      Find(file.label, "changed after it was applied", "the file that was applied");
    }
    const auto when = tool_.name == "drizzle" ? ParseInteger(file.name) : std::nullopt;
    if (when && *when > now_ms) {
      Find(file.label, "its time is still to come: what is added before then is passed over",
           "a time in the past");
    }
  }

  // Drizzle applies only what is younger than all that is applied.
  bool IsPassedOver(const CommittedMigration& file, const Applied& applied) const {
    const auto when = tool_.name == "drizzle" ? ParseInteger(file.name) : std::nullopt;
    if (!when) return false;
    return std::any_of(applied.begin(), applied.end(), [&](const auto& entry) {
      return ParseInteger(entry.first).value_or(0) >= *when;
    });
  }

  const Inspection& in_;
  const Arguments& history_;
  const MigrationTool& tool_;
  std::string table_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  if (in.plan.has_source()) RequireReadableSource(in.pair, in.plan);
  RequireReadableTarget(in.pair, in.plan);
  const Arguments history = in.arguments.Member("histories", in.subject.name);
  if (history.Text("tool") == kLog) {
    const std::string table = history.Text("table");
    return LookForRow(table, ReadLog(in.pair.Target(), table), history.Map("row"));
  }
  return HistoryCase(in, history).Look();
}

}  // namespace

Gate migration_history() {
  return {
      .name = "migration_history",
      .summary = "The same migrations are applied on both sides, whole, as the folder has them.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {ObjectMapParameter(
                         "histories", "each a tool, its table and its folder",
                         {TextParameter("tool", "who keeps the table; a log is a table of your own")
                              .Required()
                              .OneOf(Choices()),
                          TextParameter("table", "where it is not the tool's own: schema.table"),
                          PathParameter("folder", "of the committed migrations"),
                          TextMapParameter(
                              "row", "of a log: columns and texts of the row that must be there")
                              .DefaultEmpty()})
                         .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
