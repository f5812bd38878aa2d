// row_count: compares the number of rows of each relation, with the tolerance or the expected drift
// that the plan gives.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/contents/relation_statements.h"
#include "gates/contents/row_tolerance.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::row_count {
namespace {

constexpr const char* kNoSuchTable = "42P01";

using Counts = PerSide<std::int64_t>;

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  RequireMembersAmong(subjects, arguments, "by_relation");
  for (const Subject& subject : subjects) RowToleranceOf(arguments, subject.relation);
  return subjects;
}

// Returns the relation's estimate on one side, and notes where it comes from.
std::int64_t EstimateOf(const Inspection& in, SideName side, const Relation& relation,
                        Outcome& outcome) {
  const Rows rows = in.catalogue.RowsOf(relation, side, sql::kRowCountFast, {});
  const Row row = rows.Only();
  if (!row.Maybe("rows")) {
    throw DatabaseError(
        fmt::format("{}: no statistics for {}; run ANALYZE there or use \"method\": \"exact\"",
                    ToString(side), NameOn(side, relation)),
        "");
  }
  outcome.notes.push_back(fmt::format("{}: estimate from {}", ToString(side), row.Text("origin")));
  return row.Integer("rows");
}

Counts EstimatedCounts(const Inspection& in, const Relation& relation, Outcome& outcome) {
  in.pair.RequireComparable();
  const std::int64_t source = EstimateOf(in, SideName::kSource, relation, outcome);
  return {source, EstimateOf(in, SideName::kTarget, relation, outcome)};
}

// If this run also compares the relation's contents, one scan serves both checks.
Counts ExactCounts(const Inspection& in, const Relation& relation) {
  if (const ComparedRelation* const planned = in.contents.PlannedFor(relation.source)) {
    try {
      return in.contents.Compare(*planned).row_counts;
    } catch (const DatabaseError& error) {
      // row_checksum reports it; the rows can often be counted all the same.
      if (error.sqlstate() == kNoSuchTable) throw;
    }
  }
  const BothRows rows =
      AnswersTo(in, {sql::kRowCountExact, [](const Relation&) { return Json::object(); }});
  return {rows.source.Only().Integer("rows"), rows.target.Only().Integer("rows")};
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const RowTolerance tolerance = RowToleranceOf(in.arguments, relation.source);
  const std::string method = in.arguments.Text("method");
  Outcome outcome{.examined = 1};
  RequireRowsHere(in, relation);
  const auto [source, target] =
      method == "exact" ? ExactCounts(in, relation) : EstimatedCounts(in, relation, outcome);
  outcome.notes.push_back(
      fmt::format("source {}, target {}", Counted(source, "row"), Counted(target, "row")));
  outcome.measured = {{"relation", relation.source},
                      {"method", method},
                      {"source_rows", source},
                      {"target_rows", target}};
  NoteForeignPartitions(in, SideName::kTarget, relation, outcome);
  if (!tolerance.reason.empty()) outcome.notes.push_back("expected drift: " + tolerance.reason);
  if (target > source && in.arguments.Boolean("target_may_have_more")) return outcome;
  if (!tolerance.Allows(source, target)) {
    outcome.findings.push_back({.subject = relation.source,
                                .have = Counted(target, "row"),
                                .want = tolerance.Describe(source)});
  }
  return outcome;
}

RowsSeen Seen(const Arguments& arguments) {
  return arguments.Text("method") == "exact" ? RowsSeen::kCounted : RowsSeen::kEstimated;
}

}  // namespace

Gate Definition() {
  return {
      .name = "row_count",
      .summary = "Each relation has as many rows on the target as on the source.",
      .meaning = "Rows were lost or added on the way, or somebody has written to one side since.",
      .remedy =
          "Find the rows with gonogo diff, or in place in the backup of preflight, and put them "
          "back.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters =
          {RelationsParameter(), ExceptParameter(),
           TextParameter("method", "exact counts every row; fast estimates from the statistics")
               .Default("exact")
               .OneOf({"exact", "fast"}),
           IntegerParameter("tolerance", "the number of rows by which the counts may differ")
               .Default(0)
               .AtLeast(0),
           NumberParameter(
               "tolerance_percent",
               "the same in percent of the source's rows; the larger of the two applies")
               .Default(0)
               .AtLeast(0),
           BooleanParameter("target_may_have_more",
                            "whether the target may have more rows, as after the cutover")
               .Default(false),
           ObjectMapParameter("by_relation", "other tolerances for single relations",
                              {IntegerParameter("tolerance", "in rows").AtLeast(0),
                               NumberParameter("tolerance_percent", "in percent").AtLeast(0),
                               TextParameter("expect", "documented drift: \"source + 12\""),
                               TextParameter("reason", "why the drift is expected")})
               .DefaultEmpty()},
      .subjects = Subjects,
      .run = Run,
      .rows_seen = Seen,
      .with_baseline = true};
}

}  // namespace gonogo::row_count
