// functions: functions, procedures and aggregates are the same on both sides, with their bodies.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::functions {

Gate Definition() {
  return DatabaseObjectsGate<sql::kFunctions>(
      {.name = "functions",
       .summary =
           "Functions, procedures and aggregates are the same on both sides, with their bodies.",
       .meaning =
           "Triggers, views and the application call other code on the target than on the source.",
       .remedy =
           "Run CREATE OR REPLACE on the target with the source's definition, or drop what only "
           "the target has.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::functions
