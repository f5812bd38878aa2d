// row_security: a table's row-level security is the same on both sides: without its flag everyone
// reads everything, without its policies nobody reads anything.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate row_security() {
  return {
      .name = "row_security",
      .summary = "Each table has the same row-level security on both sides: flags and policies.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kRowSecurity>,
      .with_baseline = true};
}

}  // namespace gonogo
