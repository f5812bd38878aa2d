// indexes: a table's indexes are the same on both sides: those that a load dropped are back, and
// each is valid.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate indexes() {
  return {.name = "indexes",
          .summary = "Each table has the same indexes on both sides, each valid.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kIndexes>,
          .with_baseline = true};
}

}  // namespace gonogo
