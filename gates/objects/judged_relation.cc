// The relation's rows come from the catalogue, which asks once for all relations.
#include "gates/objects/judged_relation.h"

#include "gates/judged_rows.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"

namespace gonogo {

Outcome JudgeRelationOnSource(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadableSource(in.pair, relation);
  return JudgeRows(in.catalogues.RowsOnSource(relation, statement, {}));
}

Outcome JudgeRelationOnTarget(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadableTarget(in.pair, relation);
  return JudgeRows(in.catalogues.RowsOnTarget(relation, statement, {}));
}

}  // namespace gonogo
