// row_security: each table has the same row-level security on both sides. Without the flag everyone
// reads all rows; without the policies nobody reads any.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::row_security {

Gate Definition() {
  return RelationObjectsGate<sql::kRowSecurity>(
      "row_security",
      "Each table has the same row-level security on both sides: flags and policies.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::row_security
