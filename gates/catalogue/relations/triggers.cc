// triggers: each table has the same triggers and rules on both sides, each enabled. It finds a
// trigger that was disabled for the load and not enabled again.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate triggers() {
  return {.name = "triggers",
          .summary = "Each table has the same triggers and rules on both sides, each enabled.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kTriggers>,
          .with_baseline = true};
}

}  // namespace gonogo
