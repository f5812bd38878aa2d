// types: domains, composite types, ranges and enums are the same on both sides.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::types {

Gate Definition() {
  return DatabaseObjectsGate<sql::kTypes>(
      {.name = "types",
       .summary = "Domains, composite types, ranges and enums are the same on both sides.",
       .meaning = "The target refuses values that the source accepts, or checks and sorts them in "
                  "another way.",
       .remedy =
           "Run CREATE TYPE, ALTER TYPE or ALTER DOMAIN on the target until both definitions are "
           "equal.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::types
