// columns: each table has the same columns on both sides, in the same order, each with the same
// type, default, nullability, identity, generation expression and collation.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::columns {

Gate Definition() {
  return RelationObjectsGate<sql::kColumns>(
      {.name = "columns",
       .summary = "Each table has the same columns on both sides: order, type, default, NOT NULL, "
                  "identity.",
       .meaning =
           "Statements of the application fail on the target, or store other values than before.",
       .remedy = "Run ALTER TABLE on the target; create the table again if only the order of its "
                 "columns differs.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::columns
