// indexes: each table has the same indexes on both sides, each valid. It finds an index that was
// dropped for the load and not created again.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::indexes {

Gate Definition() {
  return RelationObjectsGate<sql::kIndexes>(
      {.name = "indexes",
       .summary = "Each table has the same indexes on both sides, each valid.",
       .meaning =
           "Queries become slow on the target, or it accepts duplicates that the source refuses.",
       .remedy = "Run CREATE, DROP or REINDEX INDEX with CONCURRENTLY on the target.",
       .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate}});
}

}  // namespace gonogo::indexes
