// columns: each table has the same columns on both sides, in the same order, each with the same
// type, default, nullability, identity, generation expression and collation.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate columns() {
  return {
      .name = "columns",
      .summary =
          "Each table has the same columns on both sides: order, type, default, NOT NULL, identity.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kColumns>,
      .with_baseline = true};
}

}  // namespace gonogo
