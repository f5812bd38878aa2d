// sequences: each sequence has the same parameters and the same owner column on both sides. Gate
// sequence_headroom checks their positions.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate sequences() {
  return {.name = "sequences",
          .summary =
              "Each sequence has the same type, bounds, increment and owner column on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kSequences>,
          .with_baseline = true};
}

}  // namespace gonogo
