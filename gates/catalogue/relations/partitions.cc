// partitions: a table is cut the same way on both sides, down to the last partition, and no
// partition has lost what it alone had.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate partitions() {
  return {.name = "partitions",
          .summary = "Each table has the same partitions on both sides, with what belongs to them.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kPartitions>,
          .with_baseline = true};
}

}  // namespace gonogo
