// The relation itself counts as examined: a table without indexes passes the gate indexes.
#include "gates/catalogue/relation_objects.h"

#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"

namespace gonogo {

Outcome CompareRelationObjects(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, relation);
  const auto [source, target] = in.catalogue.ObjectsOf(relation, statement);
  Outcome outcome =
      CompareObjects(relation.source + " ", source, target, SeverityOfAdditions(in.plan));
  ++outcome.examined;
  return outcome;
}

}  // namespace gonogo
