// indexes: each table has the same indexes on both sides, each valid. It finds an index that was
// dropped for the load and not created again.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::indexes {

Gate Definition() {
  return RelationObjectsGate<sql::kIndexes>(
      "indexes", "Each table has the same indexes on both sides, each valid.",
      {Phase::kSchema, Phase::kFinalize, Phase::kGate});
}

}  // namespace gonogo::indexes
