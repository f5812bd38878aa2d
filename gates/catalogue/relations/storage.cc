// storage: each table is kept in the same way on both sides: logged, options, replica identity.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate storage() {
  return {
      .name = "storage",
      .summary =
          "Each table is kept in the same way on both sides: logged, options, replica identity.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kStorage>,
      .with_baseline = true};
}

}  // namespace gonogo
