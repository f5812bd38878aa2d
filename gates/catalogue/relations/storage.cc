// storage: each table is stored in the same way on both sides: logged or unlogged, storage
// parameters, access method, replica identity.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::storage {

Gate Definition() {
  return RelationObjectsGate<sql::kStorage>(
      "storage",
      "Each table is stored in the same way on both sides: logged, parameters, replica identity.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::storage
