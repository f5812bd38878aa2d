// indexes: each table has the same indexes on both sides, each valid. It finds an index that was
// dropped for the load and not created again.
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
