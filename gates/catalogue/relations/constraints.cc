// constraints: a table's keys, foreign keys, checks and exclusions are the same on both sides, each
// validated, enforced, and with its triggers enabled.
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
