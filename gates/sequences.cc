// sequences: each sequence counts in the same way on both sides, and belongs to the same column.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "sql/statements.h"

namespace gonogo {

Gate sequences() {
  return {.name = "sequences",
          .summary =
              "Each sequence counts in the same way on both sides: type, bounds, increment, owner.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kDatabaseSequences>,
          .with_baseline = true};
}

}  // namespace gonogo
