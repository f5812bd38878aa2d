// sequences: each sequence has the same parameters and the same owner column on both sides. Gate
// sequence_headroom checks their positions.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::sequences {

Gate Definition() {
  return DatabaseObjectsGate<sql::kSequences>(
      "sequences",
      "Each sequence has the same type, bounds, increment and owner column on both sides.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::sequences
