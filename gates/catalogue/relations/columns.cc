// columns: each table has the same columns on both sides, in the same order, each with the same
// type, default, nullability, identity, generation expression and collation.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::columns {

Gate Definition() {
  return RelationObjectsGate<sql::kColumns>(
      "columns",
      "Each table has the same columns on both sides: order, type, default, NOT NULL, identity.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::columns
