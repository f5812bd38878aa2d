// constraints: each table has the same primary, unique and foreign keys, checks and exclusion
// constraints on both sides, each validated and enforced, with its triggers enabled.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate constraints() {
  return {.name = "constraints",
          .summary = "Each table has the same constraints on both sides, validated and enforced.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kConstraints>,
          .with_baseline = true};
}

}  // namespace gonogo
