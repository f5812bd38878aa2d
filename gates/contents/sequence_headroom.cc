// sequence_headroom: the next value of each sequence is beyond the values that its column already
// has. Otherwise the first inserts after the cutover fail with a duplicate key.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::sequence_headroom {
namespace {

// Judges the answer of the statement that compares a sequence with its column.
void Judge(const std::string& column, const std::string& sequence, std::int64_t headroom,
           const Row& row, Outcome& outcome) {
  const bool rises = row.Boolean("rises");
  const std::string next = fmt::format("next value {} of {}", row.Text("next"), sequence);
  const Value& reached = row.Maybe("reached");
  outcome.notes.push_back(fmt::format(
      "{}: {}; {}", column, next,
      reached ? "the column has values up to " + *reached : "the column has no values"));
  if (row.Boolean("collides")) {
    const std::string distance =
        headroom > 0 ? fmt::format("more than {} ", headroom) : std::string();
    outcome.findings.push_back(
        {column, next,
         fmt::format("{}{} {}, the {} of the column", distance, rises ? "above" : "below", *reached,
                     rises ? "maximum" : "minimum")});
  }
  if (row.Boolean("beyond")) {
    outcome.findings.push_back({column, next,
                                fmt::format("at {} {}, the limit of the column or the sequence",
                                            rises ? "most" : "least", row.Text("bound"))});
  }
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const std::int64_t headroom = in.arguments.Integer("headroom");
  RequireReadable(in.pair, SideName::kTarget, relation);
  Outcome outcome;
  for (const Row row : in.catalogue.RowsOf(relation, SideName::kTarget, sql::kSequenceHeadroom,
                                           {std::to_string(headroom)})) {
    ++outcome.examined;
    if (!row.Maybe("column")) {
      outcome.notes.push_back("uses no sequence");
      continue;
    }
    const std::string column = relation.target + "." + row.Text("column");
    if (!row.Maybe("sequence")) {
      throw DatabaseError(
          column + ": can't tell which sequence it uses, because its default computes the name",
          "");
    }
    const std::string& sequence = row.Text("sequence");
    if (!row.Maybe("compare_statement")) {
      throw DatabaseError(
          fmt::format("{}: uses the sequence {}, but isn't a number", column, sequence), "");
    }
    const Rows answer = in.pair.Target().Query(row.Text("compare_statement"), {});
    Judge(column, sequence, headroom, answer.Only(), outcome);
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "sequence_headroom",
          .summary = "The next value of each sequence is beyond the values of its column.",
          .phases = {Phase::kGate, Phase::kCutover},
          .parameters = {RelationsParameter(), ExceptParameter(),
                         IntegerParameter("headroom", "how many values between them must be free")
                             .Default(0)
                             .AtLeast(0)},
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo::sequence_headroom
