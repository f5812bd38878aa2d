// types: domains, composite types, ranges and enums are the same on both sides.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate types() {
  return {.name = "types",
          .summary = "Domains, composite types, ranges and enums are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kTypes>,
          .with_baseline = true};
}

}  // namespace gonogo
