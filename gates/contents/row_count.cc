// row_count: each relation has as many rows on the target as on the source, give or take what the
// plan tolerates or documents.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/contents/row_tolerance.h"
#include "gates/inspection.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  RequireMembersAmong(subjects, arguments, "by_relation");
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
      in.pair.QueryWritten(sql::kRowCountExact, RelationParameters(relation.source),
                           RelationParameters(relation.target));
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
                                .want = tolerance.Describe(source)});
  }
  return outcome;
}

}  // namespace

Gate row_count() {
  return {
      .name = "row_count",
      .summary = "Each relation has as many rows on the target as on the source.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters =
          {RelationsParameter(), ExceptParameter(),
           TextParameter("method", "exact counts every row; fast reads the statistics, an estimate")
               .Default("exact")
               .OneOf({"exact", "fast"}),
           IntegerParameter("tolerance", "rows that the counts may differ by")
               .Default(0)
               .AtLeast(0),
           NumberParameter("tolerance_percent",
                           "the same in percent of the source's rows; the larger one holds")
               .Default(0)
               .AtLeast(0),
           BooleanParameter("target_may_have_more",
                            "whether the target has gone ahead, as after the cutover")
               .Default(false),
           ObjectMapParameter("by_relation", "what holds for one relation instead",
                              {IntegerParameter("tolerance", "in rows").AtLeast(0),
                               NumberParameter("tolerance_percent", "in percent").AtLeast(0),
                               TextParameter("expect", "documented drift: \"source + 12\""),
                               TextParameter("reason", "why the drift is expected")})
               .DefaultEmpty()},
      .subjects = Subjects,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo
