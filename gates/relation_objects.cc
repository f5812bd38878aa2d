// One question a side for all relations of a plan; each case picks its relation's objects.
#include "gates/relation_objects.h"

#include "gates/readable.h"
#include "gates/relations.h"

namespace gonogo {

Outcome CompareRelationObjects(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  DemandReadable(in.pair, relation);
  const auto [source, target] = in.catalogues.ObjectsOf(relation, statement);
  Outcome outcome = CompareObjects(relation.source + " ", source, target);
  ++outcome.examined;  // the relation: that it has none of them is an answer
  return outcome;
}

std::vector<Parameter> RelationObjectParameters() {
  return {RelationsParameter(), ExceptParameter()};
}

}  // namespace gonogo
