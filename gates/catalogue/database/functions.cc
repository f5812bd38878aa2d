// functions: functions, procedures and aggregates are the same on both sides, with their bodies.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate functions() {
  return {.name = "functions",
          .summary =
              "Functions, procedures and aggregates are the same on both sides, with their bodies.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kFunctions>,
          .with_baseline = true};
}

}  // namespace gonogo
