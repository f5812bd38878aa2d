// column_absent: no relation of the target has the columns that were to be dropped; a view that was
// forgotten counts, too.
#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/exclusions.h"
#include "gates/inspection.h"
#include "gates/read_privilege.h"
#include "sql/declared.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const std::string& column : arguments.Texts("columns")) subjects.push_back({column, ""});
  if (subjects.empty()) throw PlanError("\"columns\" is empty");
  return subjects;
}

// A schema without relations has a row, too: one that has none does not exist.
void RequireSchemas(const std::vector<std::string>& wanted, const Rows& rows) {
  std::map<std::string, bool> there;
  for (std::size_t i = 0; i < rows.size(); ++i) there[rows[i].Text("schema")] = true;
  for (const std::string& schema : wanted) {
    if (!there.contains(schema)) {
      throw DatabaseError("target: there is no schema " + schema + " of users", "3F000");
    }
  }
}

// All cases of a check ask the same, so that the session answers all but the first from memory.
Rows RelationsOf(const Inspection& in) {
  RequireReadableTarget(in.pair, in.plan);
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

Outcome Run(const Inspection& in) {
  const Rows rows = RelationsOf(in);
  const Exclusions left_out(in.pair.Target(), in.plan);
  std::map<std::string, std::int64_t> reasons;
  Outcome outcome;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    const Value& name = row.Maybe("relation");
    if (!name) continue;
    const Value& schema = row.Maybe("schema");
    if (const auto reason = left_out.Reason(row.Boolean("of_extension"), schema, name)) {
      ++reasons[*reason];
      continue;
    }
    ++outcome.examined;
    if (!Has(row, in.subject.name)) continue;
    outcome.findings.push_back({QuotedName({*schema, *name}),
                                row.Text("kind") + " with column " + in.subject.name,
                                "no such column"});
  }
  for (const auto& [reason, count] : reasons) {
    outcome.notes.push_back("excluded on the target: " + Counted(count, "relation") + " " + reason);
  }
  return outcome;
}

}  // namespace

Gate column_absent() {
  return {
      .name = "column_absent",
      .summary = "No table or view of the target has columns of these names any more.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextListParameter("columns", "names of columns").Required(),
                     TextListParameter("schemas", "where to look; none: in all that are the users'")
                         .DefaultEmpty()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
