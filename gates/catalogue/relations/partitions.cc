// partitions: each table has the same partitions on both sides, at all levels, and each partition
// has the same indexes, constraints and triggers.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::partitions {

Gate Definition() {
  return RelationObjectsGate<sql::kPartitions>(
      "partitions",
      "Each table has the same partitions on both sides, with the same indexes and constraints.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::partitions
