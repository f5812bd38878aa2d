// Compares what belongs to one relation, its columns, indexes or policies, between the two sides.
#pragma once

#include <string_view>
#include <utility>

#include "core/plan/gate.h"
#include "gates/gate_head.h"
#include "gates/inspection.h"
#include "gates/subjects.h"

namespace gonogo {

// Compares the objects that `statement` lists for the case's relation; see
// RelationCatalogue::ObjectsOf. Throws DatabaseError if a side can't answer, doesn't have the
// relation or can't read it.
Outcome CompareRelationObjects(const Inspection& in, std::string_view statement);

// Does the same. Serves as a gate's `run`: RelationObjects<sql::kColumns>.
template <const std::string_view& statement>
Outcome RelationObjects(const Inspection& in) {
  return CompareRelationObjects(in, statement);
}

// Returns a gate that does nothing else: it compares what `statement` lists for each relation of
// the check.
template <const std::string_view& statement>
Gate RelationObjectsGate(GateHead head) {
  return {.name = std::move(head.name),
          .summary = std::move(head.summary),
          .meaning = std::move(head.meaning),
          .remedy = std::move(head.remedy),
          .phases = std::move(head.phases),
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<statement>,
          .with_baseline = true};
}

}  // namespace gonogo
