// column_absent: no relation of the target has the columns that the migration drops. A forgotten
// view counts, too. What no relation had before isn't what it drops: usually the plan misspells it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/reading/exclusions.h"
#include "gates/reading/read_privilege.h"
#include "sql/declared.h"

namespace gonogo::column_absent {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const std::string& column : arguments.Texts("columns")) subjects.push_back({column, ""});
  if (subjects.empty()) throw PlanError("\"columns\" is empty");
  return subjects;
}

// A schema without relations has a row, too: if there is none, the schema doesn't exist.
void RequireSchemas(const std::vector<std::string>& wanted, const Rows& rows) {
  const std::vector<std::string> names = rows.Texts("schema");
  const std::set<std::string> existing(names.begin(), names.end());
  for (const std::string& schema : wanted) {
    if (existing.contains(schema)) continue;
    throw DatabaseError(
        fmt::format("target: user schema {} doesn't exist; correct \"schemas\"", schema), "3F000");
  }
}

// All cases of a check ask the same, so the session answers all but the first from its cache.
Rows RelationsOf(const Inspection& in) {
  RequireReadable(in, SideName::kTarget, in.plan);
  Rows rows = in.pair.Target().Query(
      sql::kColumnAbsent,
      {ToParameter(in.arguments.Map("columns")), ToParameter(in.arguments.Map("schemas"))});
  RequireSchemas(in.arguments.Texts("schemas"), rows);
  return rows;
}

bool Has(const Row& row, const std::string& column) {
  const Json columns = ParseJson(row.Text("columns"));
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

// Returns whether any relation of the source has the column.
bool WasThere(const Inspection& in) {
  Session& source = in.pair.SessionOf(SideName::kSource);
  const Rows rows = source.Query(
      sql::kColumnAbsent, {ToParameter(in.arguments.Map("columns")), ToParameter(Json::array())});
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Row& row) { return Has(row, in.subject.name); });
}

Outcome Run(const Inspection& in) {
  // Asked in any case, so that a baseline has the answer.
  const bool is_known = !in.arguments.Boolean("had_before") || WasThere(in);
  const Rows rows = RelationsOf(in);
  const Exclusions exclusions(in.pair.Target(), in.plan);
  std::map<std::string, std::int64_t> excluded;  // by reason
  Outcome outcome;
  for (const Row row : rows) {
    const Value& name = row.Maybe("relation");
    if (!name) continue;
    const Value& schema = row.Maybe("schema");
    if (const auto reason = exclusions.Reason(row.Boolean("of_extension"), schema, name)) {
      ++excluded[*reason];
      continue;
    }
    ++outcome.examined;
    if (!Has(row, in.subject.name)) continue;
    outcome.findings.push_back(
        {QuotedName({*schema, *name}),
         fmt::format("a {} with column {}", row.Text("kind"), in.subject.name), "no such column"});
  }
  if (!is_known && outcome.findings.empty()) {
    throw DatabaseError(
        fmt::format("source: no table or view has a column {} either; correct \"columns\", or set "
                    "\"had_before\" to false",
                    in.subject.name),
        "42703");
  }
  for (const auto& [reason, count] : excluded) {
    outcome.notes.push_back(
        fmt::format("excluded on the target: {} {}", Counted(count, "relation"), reason));
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "column_absent",
      .summary = "No table or view of the target has a column of these names.",
      .meaning = "A column that the migration drops still exists, and old code may still use it.",
      .remedy =
          "Run ALTER TABLE with DROP COLUMN on the target, and create the views that have it "
          "without it.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextListParameter("columns", "the names of the columns").Required(),
                     TextListParameter("schemas",
                                       "the schemas to examine; empty: all user "
                                       "schemas")
                         .DefaultEmpty(),
                     BooleanParameter("had_before",
                                      "whether the source, or the baseline, must have each column: "
                                      "what neither side has may be misspelled")
                         .Default(true)},
      .subjects = Subjects,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::column_absent
