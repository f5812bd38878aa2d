// row_count: each relation has as many rows on the target as on the source, give or take what the
// plan tolerates or documents.
#include "core/error.h"
#include "core/gate.h"
#include "core/relation_name.h"
#include "core/text.h"
#include "gates/inspection.h"
#include "gates/relations.h"
#include "gates/row_tolerance.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  DemandMembersAmong(subjects, arguments, "by_relation");
  for (const Subject& subject : subjects) RowToleranceOf(arguments, subject.relation);
  return subjects;
}

std::int64_t Estimate(const Rows& rows, const std::string& relation, const std::string& side,
                      Outcome& outcome) {
  const RelationName wanted = ParseRelationName(relation);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    if (row.Text("schema") != wanted.schema || row.Text("name") != wanted.name) continue;
    if (!row.Maybe("rows")) {
      throw DatabaseError(side + ": no statistics for " + relation +
                              "; run ANALYZE there or use \"method\": \"exact\"",
                          "");
    }
    outcome.notes.push_back(side + ": estimate from " + row.Text("origin"));
    return row.Integer("rows");
  }
  throw NoSuchRelation(side, relation);
}

struct BothCounts {
  std::int64_t source = 0;
  std::int64_t target = 0;
};

// Where this run compares the relation's contents as well, one scan does both.
BothCounts ExactCounts(const Inspection& in, const Relation& relation) {
  if (const ComparedRelation* const planned = in.contents.PlannedFor(relation.source)) {
    try {
      const Comparison& comparison = in.contents.Compare(*planned);
      return {comparison.source_rows, comparison.target_rows};
    } catch (const std::exception&) {
      // What keeps contents from being compared need not keep rows from being counted; row_checksum
      // says what it was.
    }
  }
  const BothRows rows =
      in.pair.QueryWritten(sql::kRowCountExact, Names(relation.source), Names(relation.target));
  return {rows.source.Only().Integer("rows"), rows.target.Only().Integer("rows")};
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const RowTolerance tolerance = RowToleranceOf(in.arguments, relation.source);
  Outcome outcome{.examined = 1};
  BothCounts counts;
  if (in.arguments.Text("method") == "exact") {
    counts = ExactCounts(in, relation);
  } else {
    const BothRows rows = in.pair.Query(sql::kRowCountFast, {});
    counts.source = Estimate(rows.source, relation.source, "source", outcome);
    counts.target = Estimate(rows.target, relation.target, "target", outcome);
  }
  const auto& [source, target] = counts;
  outcome.notes.push_back("source " + Counted(source, "row") + ", target " +
                          Counted(target, "row"));
  outcome.measured = {{"relation", relation.source},
                      {"method", in.arguments.Text("method")},
                      {"source_rows", source},
                      {"target_rows", target}};
  if (!tolerance.reason.empty()) outcome.notes.push_back("expected drift: " + tolerance.reason);
  if (target > source && in.arguments.Boolean("target_may_have_more")) return outcome;
  if (!tolerance.Allows(source, target)) {
    outcome.findings.push_back({.subject = relation.source,
                                .have = Counted(target, "row"),
                                .want = tolerance.InWords(source)});
  }
  return outcome;
}

}  // namespace

Gate row_count() {
  return {.name = "row_count",
          .summary = "Each relation has as many rows on the target as on the source.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = {RelationsParameter(),
                         ExceptParameter(),
                         {.name = "method",
                          .kind = Kind::kText,
                          .description =
                              "exact counts every row; fast reads the statistics, an estimate",
                          .default_value = "\"exact\"",
                          .choices = {"exact", "fast"}},
                         {.name = "tolerance",
                          .kind = Kind::kInteger,
                          .description = "rows that the counts may differ by",
                          .default_value = "0",
                          .minimum = 0},
                         {.name = "tolerance_percent",
                          .kind = Kind::kNumber,
                          .description =
                              "the same in percent of the source's rows; the larger one holds",
                          .default_value = "0",
                          .minimum = 0},
                         {.name = "target_may_have_more",
                          .kind = Kind::kBoolean,
                          .description = "whether the target has gone ahead, as after the cutover",
                          .default_value = "false"},
                         {.name = "by_relation",
                          .kind = Kind::kObjects,
                          .description = "what holds for one relation instead",
                          .default_value = "{}",
                          .fields = {{.name = "tolerance",
                                      .kind = Kind::kInteger,
                                      .description = "in rows",
                                      .minimum = 0},
                                     {.name = "tolerance_percent",
                                      .kind = Kind::kNumber,
                                      .description = "in percent",
                                      .minimum = 0},
                                     {.name = "expect",
                                      .kind = Kind::kText,
                                      .description = "documented drift: \"source + 12\""},
                                     {.name = "reason",
                                      .kind = Kind::kText,
                                      .description = "why the drift is expected"}}}},
          .subjects = Subjects,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo
