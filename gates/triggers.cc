// triggers: a table's triggers and rules are the same on both sides; what a load disabled is
// enabled again.
#include "core/gate.h"
#include "gates/relation_objects.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {

Gate triggers() {
  return {.name = "triggers",
          .summary = "Each table has the same triggers and rules on both sides, each enabled.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kRelationTriggers>,
          .with_baseline = true};
}

}  // namespace gonogo
