// functions: functions, procedures and aggregates are the same on both sides, with their bodies.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::functions {

Gate Definition() {
  return DatabaseObjectsGate<sql::kFunctions>(
      "functions",
      "Functions, procedures and aggregates are the same on both sides, with their bodies.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::functions
