// types: domains, composite types, ranges and enums are the same on both sides.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::types {

Gate Definition() {
  return DatabaseObjectsGate<sql::kTypes>(
      "types", "Domains, composite types, ranges and enums are the same on both sides.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::types
