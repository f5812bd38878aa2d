// business_key_checksum: compares the sums of the SHA-256 of each relation's business keys.
// Collations, encodings and settings don't matter.
#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/contents/relation_statements.h"
#include "gates/inspection.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::business_key_checksum {
namespace {

// Returns the columns that "columns" lists for the relation, otherwise its key. Throws PlanError if
// there are none.
std::vector<std::string> KeyColumns(const Plan& plan, const Arguments& arguments,
                                    const std::string& relation) {
  const Json& columns = arguments.Map("columns");
  auto key = columns.contains(relation) ? columns.at(relation).get<std::vector<std::string>>()
                                        : plan.RelationNamed(relation).key;
  if (key.empty()) {
    throw PlanError(
        fmt::format("relation {} has no key; list its key columns under \"columns\"", relation));
  }
  return key;
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  for (const Subject& subject : subjects) KeyColumns(plan, arguments, subject.relation);
  RequireMembersAmong(subjects, arguments, "columns");
  return subjects;
}

std::string Describe(const Row& row) {
  return fmt::format("sha256 {} of {}", row.Text("checksum"), Counted(row.Integer("rows"), "row"));
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const auto columns = KeyColumns(in.plan, in.arguments, relation.source);
  RequireRowsHere(in, relation);
  const BothRows rows =
      AnswersTo(in, {sql::kBusinessKeyChecksum, [&](const Relation& one) {
                       return Json{{"columns", KeyColumns(in.plan, in.arguments, one.source)}};
                     }});
  const std::string source = Describe(rows.source.Only());
  const std::string target = Describe(rows.target.Only());
  Outcome outcome{
      .examined = 1, .findings = {}, .notes = {"key " + Join(columns, ", "), "source " + source}};
  NoteForeignPartitions(in, SideName::kTarget, relation, outcome);
  if (source != target) {
    outcome.findings.push_back({.subject = relation.source, .have = target, .want = source});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "business_key_checksum",
      .summary = "The checksum of all business keys is the same on both sides.",
      .meaning = "The target has other business keys: some were lost, added or changed.",
      .remedy =
          "Find the keys with gonogo diff, or in place in the backup that preflight took, and "
          "restore them.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = {RelationsParameter(), ExceptParameter(),
                     TextListMapParameter(
                         "columns", "by relation, its business key; default: the relation's key")
                         .DefaultEmpty()},
      .subjects = Subjects,
      .run = Run,
      .rows_seen = [](const Arguments&) { return RowsSeen::kSomeColumns; },
      .with_baseline = true};
}

}  // namespace gonogo::business_key_checksum
