// other_objects: what users seldom make - operators, casts, text search, collations, languages,
// event triggers - is there on both sides.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "sql/statements.h"

namespace gonogo {

Gate other_objects() {
  return {
      .name = "other_objects",
      .summary =
          "Operators, casts, collations, event triggers and the like are the same on both sides.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {},
      .subjects = OneForTheDatabase,
      .run = DatabaseObjects<sql::kDatabaseOtherObjects>,
      .with_baseline = true};
}

}  // namespace gonogo
