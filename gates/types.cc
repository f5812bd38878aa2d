// types: domains, composite types, ranges and enums are the same on both sides.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "sql/statements.h"

namespace gonogo {

Gate types() {
  return {.name = "types",
          .summary = "Domains, composite types, ranges and enums are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kDatabaseTypes>,
          .with_baseline = true};
}

}  // namespace gonogo
