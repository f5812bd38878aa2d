// business_key_checksum: the ordered md5 over each relation's business keys is the same on both
// sides, whatever their collations, encodings and settings.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

// The columns that "columns" names for the relation, or else its key.
std::vector<std::string> KeyColumns(const Plan& plan, const Arguments& arguments,
                                    const std::string& relation) {
  const Json& columns = arguments.Map("columns");
  auto named = columns.contains(relation) ? columns.at(relation).get<std::vector<std::string>>()
                                          : plan.RelationNamed(relation).key;
  if (named.empty()) {
    throw PlanError("relation " + relation + " has no key; name its columns under \"columns\"");
  }
  return named;
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  for (const Subject& subject : subjects) KeyColumns(plan, arguments, subject.relation);
  RequireMembersAmong(subjects, arguments, "columns");
  return subjects;
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const auto columns = KeyColumns(in.plan, in.arguments, relation.source);
  const auto values = [&](const std::string& name) {
    std::vector<Value> bound = RelationParameters(name);
    bound.emplace_back(ToParameter(Json(columns)));
    return bound;
  };
  const BothRows rows = in.pair.QueryWritten(sql::kBusinessKeyChecksum, values(relation.source),
                                             values(relation.target));
  const auto in_words = [](const Row& row) {
    return "md5 " + row.Text("checksum") + " of " + Counted(row.Integer("rows"), "row");
  };
  const std::string source = in_words(rows.source.Only());
  const std::string target = in_words(rows.target.Only());
  Outcome outcome{
      .examined = 1, .findings = {}, .notes = {"key " + Join(columns, ", "), "source " + source}};
  if (source != target) {
    outcome.findings.push_back({.subject = relation.source, .have = target, .want = source});
  }
  return outcome;
}

}  // namespace

Gate business_key_checksum() {
  return {.name = "business_key_checksum",
          .summary = "The ordered md5 over business keys is the same on both sides.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = {RelationsParameter(), ExceptParameter(),
                         TextListMapParameter(
                             "columns", "the business key of a relation; its key where left out")
                             .DefaultEmpty()},
          .subjects = Subjects,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo
