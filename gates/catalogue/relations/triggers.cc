// triggers: each table has the same triggers and rules on both sides, each enabled. It finds a
// trigger that was disabled for the load and not enabled again.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::triggers {

Gate Definition() {
  return RelationObjectsGate<sql::kTriggers>(
      {.name = "triggers",
       .summary = "Each table has the same triggers and rules on both sides, each enabled.",
       .meaning =
           "Writes to the target skip, repeat or change what the source's triggers and rules do.",
       .remedy =
           "Run ALTER TABLE with ENABLE TRIGGER on the target, or create or drop the trigger or "
           "rule there.",
       .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate}});
}

}  // namespace gonogo::triggers
