// other_objects: operators, casts, text search objects, collations, languages, event triggers and
// the like exist on both sides.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::other_objects {

Gate Definition() {
  return DatabaseObjectsGate<sql::kOtherObjects>(
      "other_objects",
      "Operators, casts, collations, event triggers and the like are the same on both sides.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::other_objects
