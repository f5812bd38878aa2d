// publication: the publication on the source carries every change of every relation of the plan.
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/values/relation_name.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  Json names = Json::array();
  for (const Relation& relation : in.plan.relations) {
    const RelationName name = ParseRelationName(relation.source);
    names.push_back({name.schema, name.name});
  }
  return JudgeSide(in, sql::kPublication, {in.arguments.Text("name"), ToParameter(names)});
}

}  // namespace

Gate publication() {
  return {.name = "publication",
          .summary = "The source's publication carries every change of every relation.",
          .phases = {Phase::kBackfill, Phase::kDualWrite},
          .parameters = {TextParameter("name", "the publication").Required()},
          .subjects = TheSource,
          .run = Run};
}

}  // namespace gonogo
