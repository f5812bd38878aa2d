// triggers: each table has the same triggers and rules on both sides, each enabled. It finds a
// trigger that was disabled for the load and not enabled again.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::triggers {

Gate Definition() {
  return RelationObjectsGate<sql::kTriggers>(
      "triggers", "Each table has the same triggers and rules on both sides, each enabled.",
      {Phase::kSchema, Phase::kFinalize, Phase::kGate});
}

}  // namespace gonogo::triggers
