// other_objects: operators, casts, text search objects, collations, languages, event triggers and
// the like exist on both sides.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate other_objects() {
  return {
      .name = "other_objects",
      .summary =
          "Operators, casts, collations, event triggers and the like are the same on both sides.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {},
      .subjects = OneForTheDatabase,
      .run = DatabaseObjects<sql::kOtherObjects>,
      .with_baseline = true};
}

}  // namespace gonogo
