// constraints: each table has the same primary, unique and foreign keys, checks and exclusion
// constraints on both sides, each validated and enforced, with its triggers enabled.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::constraints {

Gate Definition() {
  return RelationObjectsGate<sql::kConstraints>(
      {.name = "constraints",
       .summary = "Each table has the same constraints on both sides, validated and enforced.",
       .meaning =
           "The target accepts rows that the source refuses, or refuses rows that it accepts.",
       .remedy =
           "Run ALTER TABLE with ADD, DROP or VALIDATE CONSTRAINT on the target; enable disabled "
           "triggers.",
       .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate}});
}

}  // namespace gonogo::constraints
