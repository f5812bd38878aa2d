// sequence_headroom: the next value of every sequence that a column draws from lies beyond what the
// column holds already. Where it does not, the first insert after the cutover is refused.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

// Where a column and its sequence stand.
void Judge(const std::string& column, const std::string& sequence, std::int64_t headroom,
           const Row& row, Outcome& outcome) {
  const bool rises = row.Boolean("rises");
  const std::string next = row.Text("next") + ", the next value of " + sequence;
  const Value& reached = row.Maybe("reached");
  outcome.notes.push_back(column + ": " + next + "; the column holds " +
                          (reached ? "values up to " + *reached : "no value"));
  if (row.Boolean("collides")) {
    const std::string more = headroom > 0 ? " by more than " + std::to_string(headroom) : "";
    outcome.findings.push_back(
        {column, next,
         (rises ? "above " : "below ") + *reached + more + ", which the column holds"});
  }
  if (row.Boolean("beyond")) {
    outcome.findings.push_back({column, next,
                                (rises ? "at most " : "at least ") + row.Text("bound") +
                                    ", where column or sequence ends"});
  }
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const std::int64_t headroom = in.arguments.Integer("headroom");
  RequireReadableTarget(in.pair, relation);
  const Rows& columns =
      in.catalogues.RowsOnTarget(relation, sql::kSequenceHeadroom, {std::to_string(headroom)});
  Outcome outcome;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Row row = columns[i];
    ++outcome.examined;
    if (!row.Maybe("column")) {
      outcome.notes.push_back("draws from no sequence");
      continue;
    }
    const std::string column = relation.target + "." + row.Text("column");
    if (!row.Maybe("sequence")) {
      throw DatabaseError(column + ": its default works out which sequence it draws from", "");
    }
    const std::string& sequence = row.Text("sequence");
    if (!row.Maybe("probe")) {
      throw DatabaseError(column + ": it draws from " + sequence + ", and is no number", "");
    }
    const Rows answer = in.pair.Target().Query(row.Text("probe"), {});
    Judge(column, sequence, headroom, answer.Only(), outcome);
  }
  return outcome;
}

}  // namespace

Gate sequence_headroom() {
  return {.name = "sequence_headroom",
          .summary = "The next value of each sequence lies beyond what its column holds.",
          .phases = {Phase::kGate, Phase::kCutover},
          .parameters = {RelationsParameter(), ExceptParameter(),
                         IntegerParameter("headroom", "values that must be free in between")
                             .Default(0)
                             .AtLeast(0)},
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo
