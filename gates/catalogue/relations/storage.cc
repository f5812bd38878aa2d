// storage: each table is stored in the same way on both sides: logged or unlogged, storage
// parameters, access method, replica identity.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate storage() {
  return {
      .name = "storage",
      .summary =
          "Each table is stored in the same way on both sides: logged, parameters, replica identity.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kStorage>,
      .with_baseline = true};
}

}  // namespace gonogo
