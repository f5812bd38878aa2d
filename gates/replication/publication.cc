// publication: the source's publication includes every change of the relations that it is to carry.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/values/relation_name.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::publication {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (OneForEachRelation(plan, arguments).empty()) throw PlanError("every relation is left out");
  return TheSource(plan, arguments);
}

Outcome Run(const Inspection& in) {
  std::vector<RelationName> names;
  for (const Subject& one : OneForEachRelation(in.plan, in.arguments)) {
    names.push_back(ParseRelationName(one.relation));
  }
  return JudgeSide(in, sql::kPublication, {in.arguments.Text("name"), JsonListOf(names)});
}

}  // namespace

Gate Definition() {
  return {
      .name = "publication",
      .summary = "The source's publication includes every change of every relation.",
      .meaning =
          "Changes made during the copy don't reach the target: its rows are incomplete or old.",
      .remedy =
          "Run CREATE or ALTER PUBLICATION on the source for all tables, rows, columns and "
          "operations.",
      .phases = {Phase::kBackfill, Phase::kDualWrite},
      .parameters = {TextParameter("name", "the name of the publication").Required(),
                     RelationsParameter(), ExceptParameter()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::publication
