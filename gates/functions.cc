// functions: functions, procedures and aggregates are the same on both sides, bodies included.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "sql/statements.h"

namespace gonogo {

Gate functions() {
  return {
      .name = "functions",
      .summary =
          "Functions, procedures and aggregates are the same on both sides, their bodies included.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {},
      .subjects = OneForTheDatabase,
      .run = DatabaseObjects<sql::kDatabaseFunctions>,
      .with_baseline = true};
}

}  // namespace gonogo
