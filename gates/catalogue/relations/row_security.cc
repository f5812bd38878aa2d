// row_security: each table has the same row-level security on both sides. Without the flag everyone
// reads all rows; without the policies nobody reads any.
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
