// indexes: a table's indexes are the same on both sides: those that a load dropped are back, and
// each is valid.
#include "core/gate.h"
#include "gates/relation_objects.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {

Gate indexes() {
  return {.name = "indexes",
          .summary = "Each table has the same indexes on both sides, each valid.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kRelationIndexes>,
          .with_baseline = true};
}

}  // namespace gonogo
