// sequence_headroom: the next value of each sequence is beyond the values that its column already
// has. Otherwise the first inserts after the cutover fail with a duplicate key.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/contents/relation_statements.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/objects/shared_findings.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::sequence_headroom {
namespace {

// Says what of the column the sequence was compared with.
std::string Compared(const Row& row) {
  if (const Value& taken = row.Maybe("taken")) {
    return fmt::format("the column has {} of the {} that its default gives next", *taken,
                       Counted(row.Integer("looked_for"), "value"));
  }
  const Value& reached = row.Maybe("reached");
  return reached ? "the column has values up to " + *reached : "the column has no values";
}

// Says what the next value must be, for one that collides with a value of the column.
std::string Wanted(std::int64_t headroom, const Row& row) {
  if (row.Maybe("taken")) return "a number whose values the column doesn't have";
  const bool rises = row.Boolean("rises");
  const std::string distance =
      headroom > 0 ? fmt::format("more than {} ", headroom) : std::string();
  return fmt::format("{}{} {}, the {} of the column", distance, rises ? "above" : "below",
                     row.Text("reached"), rises ? "maximum" : "minimum");
}

// Judges the answer of the statement that compares a sequence with its column.
void Judge(const std::string& column, const std::string& sequence, std::int64_t headroom,
           const Row& row, Outcome& outcome) {
  const std::string next = fmt::format("next value {} of {}", row.Text("next"), sequence);
  outcome.notes.push_back(fmt::format("{}: {}; {}", column, next, Compared(row)));
  if (row.Boolean("collides")) {
    const std::string have = row.Maybe("taken") ? next + "; " + Compared(row) : next;
    outcome.findings.push_back({column, have, Wanted(headroom, row)});
  }
  if (row.Boolean("beyond")) {
    outcome.findings.push_back(
        {column, next,
         fmt::format("at {} {}, the limit of the column or the sequence",
                     row.Boolean("rises") ? "most" : "least", row.Text("bound"))});
  }
}

WrittenStatements StatementsFor(const Inspection& in) {
  return {sql::kSequenceHeadroom,
          {std::to_string(in.arguments.Integer("headroom"))},
          "compare_statement"};
}

void JudgeColumn(const Inspection& in, SideName side, const std::string& column, const Row& row,
                 Outcome& outcome) {
  if (!row.Maybe("sequence")) {
    throw DatabaseError(
        column + ": can't tell which sequence it uses, because its default computes the name", "");
  }
  const std::string& sequence = row.Text("sequence");
  if (!row.Maybe("compare_statement")) {
    outcome.notes.push_back(fmt::format(
        "{}: uses {}, but not as a number of its own, so its values can't tell the next one; gate "
        "sequence_values compares the sequence with the source's",
        column, sequence));
    return;
  }
  const Rows answer = AnswerTo(in, side, StatementsFor(in), row);
  Judge(column, sequence, in.arguments.Integer("headroom"), answer.Only(), outcome);
}

Outcome JudgeSide(const Inspection& in, SideName side) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, side, relation);
  Outcome outcome;
  const WrittenStatements statements = StatementsFor(in);
  for (const Row row : in.catalogue.RowsOf(relation, side, statements.query, statements.values)) {
    ++outcome.examined;
    if (!row.Maybe("column")) {
      outcome.notes.push_back("uses no sequence");
      continue;
    }
    JudgeColumn(in, side, NameOn(side, relation) + "." + row.Text("column"), row, outcome);
  }
  NoteForeignPartitions(in, side, relation, outcome);
  return outcome;
}

Outcome Run(const Inspection& in) {
  // The plan wants this room of the target, whatever the source has.
  if (in.arguments.Integer("headroom") > 0) return JudgeSide(in, SideName::kTarget);
  return JudgeTarget(in, [&](SideName side) { return JudgeSide(in, side); });
}

}  // namespace

Gate Definition() {
  return {
      .name = "sequence_headroom",
      .summary = "The next value of each sequence is beyond the values of its column.",
      .meaning =
          "The next inserts fail with a duplicate key: the sequence gives values that rows "
          "already have.",
      .remedy = "Run setval on the target's sequence with a value beyond all values of the column.",
      .phases = {Phase::kGate, Phase::kCutover},
      .parameters = {RelationsParameter(), ExceptParameter(),
                     IntegerParameter("headroom", "how many values between them must be free")
                         .Default(0)
                         .AtLeast(0)},
      .subjects = OneForEachRelation,
      .run = Run};
}

}  // namespace gonogo::sequence_headroom
