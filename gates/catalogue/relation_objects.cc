// One question a side for all relations of a plan; each case picks its relation's objects.
#include "gates/catalogue/relation_objects.h"

#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"

namespace gonogo {

Outcome CompareRelationObjects(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in.pair, relation);
  const auto [source, target] = in.catalogues.ObjectsOf(relation, statement);
  Outcome outcome = CompareObjects(relation.source + " ", source, target);
  ++outcome.examined;  // the relation: that it has none of them is an answer
  return outcome;
}

}  // namespace gonogo
