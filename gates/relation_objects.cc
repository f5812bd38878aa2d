// One question a side for all relations of a plan; each case picks its relation's objects.
#include "gates/relation_objects.h"

#include "core/error.h"
#include "core/relation_name.h"
#include "gates/readable.h"
#include "gates/relations.h"
#include "gates/renaming.h"

namespace gonogo {
namespace {

const Objects& ObjectsOf(const Catalogues::OfRelations& relations, const std::string& side,
                         const std::string& relation) {
  const auto found = relations.find(Normalised(relation));
  if (found == relations.end()) throw NoSuchRelation(side, relation);
  return found->second;
}

}  // namespace

Outcome CompareRelationObjects(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  DemandReadable(in.pair, relation);
  const Catalogues::BothSides& both = in.catalogues.Read(statement);
  const Renaming renaming(in.plan);
  Objects wanted;
  for (const auto& [name, object] : ObjectsOf(both.source, "source", relation.source)) {
    wanted.emplace(name, OnTarget(object, renaming));
  }
  Outcome outcome = CompareObjects(relation.source + " ", wanted,
                                   ObjectsOf(both.target, "target", relation.target));
  ++outcome.examined;  // the relation: that it has none of them is an answer
  return outcome;
}

std::vector<Parameter> RelationObjectParameters() {
  return {RelationsParameter(), ExceptParameter()};
}

}  // namespace gonogo
