// row_security: a table's row-level security is the same on both sides: without its flag everyone
// reads everything, without its policies nobody reads anything.
#include "core/gate.h"
#include "gates/relation_objects.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {

Gate row_security() {
  return {
      .name = "row_security",
      .summary = "Each table has the same row-level security on both sides: flags and policies.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = RelationObjects<sql::kRelationRowSecurity>,
      .with_baseline = true};
}

}  // namespace gonogo
