// other_objects: operators, casts, text search objects, collations, languages, event triggers and
// the like exist on both sides.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::other_objects {

Gate Definition() {
  return DatabaseObjectsGate<sql::kOtherObjects>(
      {.name = "other_objects",
       .summary =
           "Operators, casts, collations, event triggers and the like are the same on both sides.",
       .meaning =
           "Queries and programs that use the object fail on the target, or get other results.",
       .remedy =
           "Create or drop the object on the target, as pg_dump --schema-only of the source has "
           "it.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::other_objects
