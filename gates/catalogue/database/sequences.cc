// sequences: each sequence counts in the same way on both sides, and belongs to the same column.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate sequences() {
  return {.name = "sequences",
          .summary =
              "Each sequence counts in the same way on both sides: type, bounds, increment, owner.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kSequences>,
          .with_baseline = true};
}

}  // namespace gonogo
