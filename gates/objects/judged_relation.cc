// The relation catalogue keeps the answer for the plan's other relations.
#include "gates/objects/judged_relation.h"

#include "gates/objects/relation_catalogue.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"

namespace gonogo {

Outcome JudgeRelation(const Inspection& in, SideName side, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, side, relation);
  return JudgeRows(in.catalogue.RowsOf(relation, side, statement, {}));
}

}  // namespace gonogo
