// sequences: each sequence has the same parameters and the same owner column on both sides. Gate
// sequence_headroom checks their positions.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::sequences {

Gate Definition() {
  return DatabaseObjectsGate<sql::kSequences>(
      {.name = "sequences",
       .summary =
           "Each sequence has the same type, bounds, increment and owner column on both sides.",
       .meaning =
           "The sequence gives other values on the target than the application expects, or ends "
           "too early.",
       .remedy =
           "Run CREATE or ALTER SEQUENCE on the target with the source's type, bounds, increment "
           "and OWNED BY.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::sequences
