// partitions: each table has the same partitions on both sides, at all levels, and each partition
// has the same indexes, constraints and triggers.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate partitions() {
  return {
      .name = "partitions",
      .summary =
          "Each table has the same partitions on both sides, with the same indexes and constraints.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kPartitions>,
      .with_baseline = true};
}

}  // namespace gonogo
