// What was looked at and found in order is evidence, too: it is noted.
#include "gates/judged_rows.h"

#include "core/error.h"
#include "gates/readable.h"

namespace gonogo {
namespace {

void JudgeRow(const Row& row, Outcome& outcome) {
  ++outcome.examined;
  const std::string& object = row.Text("object");
  const Value& have = row.Maybe("have");
  if (!have) {
    throw DatabaseError(object + ": this role may not see; sql/grants/gonogo.sql lets it", "42501");
  }
  if (const Value& want = row.Maybe("want")) {
    outcome.findings.push_back({object, *have, *want});
  } else {
    outcome.notes.push_back(object + ": " + *have);
  }
}

}  // namespace

std::vector<Subject> OneForEachSide(const Plan& plan, const Arguments&) {
  if (!plan.has_source()) return {{"target", ""}};
  return {{"source", ""}, {"target", ""}};
}

std::vector<Subject> TheSource(const Plan& plan, const Arguments&) {
  if (!plan.has_source()) throw PlanError("this gate looks at a source, and the plan has none");
  return {{"source", ""}};
}
std::vector<Subject> TheTarget(const Plan&, const Arguments&) { return {{"target", ""}}; }

Session& SideOf(const Inspection& in) {
  return in.subject.name == "source" ? in.pair.Source() : in.pair.Target();
}

Outcome JudgeRows(const Rows& rows) {
  Outcome outcome;
  for (std::size_t i = 0; i < rows.size(); ++i) JudgeRow(rows[i], outcome);
  return outcome;
}

Outcome JudgeSide(const Inspection& in, std::string_view statement,
                  const std::vector<Value>& values) {
  if (in.subject.name == "source") {
    DemandReadableSource(in.pair, in.plan);
  } else {
    DemandReadableTarget(in.pair, in.plan);
  }
  return JudgeRows(SideOf(in).Query(statement, values));
}

Outcome JudgeRelationOnSource(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  DemandReadableSource(in.pair, relation);
  return JudgeRows(in.catalogues.RowsOnSource(relation, statement, {}));
}

Outcome JudgeRelationOnTarget(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  DemandReadableTarget(in.pair, relation);
  return JudgeRows(in.catalogues.RowsOnTarget(relation, statement, {}));
}

}  // namespace gonogo
