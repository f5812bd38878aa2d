// storage: each table is kept in the same way on both sides: logged, options, replica identity.
#include "core/gate.h"
#include "gates/relation_objects.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {

Gate storage() {
  return {
      .name = "storage",
      .summary =
          "Each table is kept in the same way on both sides: logged, options, replica identity.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kRelationStorage>,
      .with_baseline = true};
}

}  // namespace gonogo
