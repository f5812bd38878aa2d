// storage: each table is stored in the same way on both sides: logged or unlogged, storage
// parameters, access method, replica identity.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::storage {

Gate Definition() {
  return RelationObjectsGate<sql::kStorage>(
      {.name = "storage",
       .summary = "Each table is stored in the same way on both sides: logged, parameters, replica "
                  "identity.",
       .meaning =
           "A crash can empty the table, replication can skip it, or vacuum and space behave in "
           "another way.",
       .remedy =
           "Run ALTER TABLE on the target with SET LOGGED, SET and RESET, REPLICA IDENTITY or "
           "INHERIT.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::storage
