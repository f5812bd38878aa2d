// foreign_tables: foreign tables have the same server, options, columns, constraints and triggers
// on both sides. Nothing compares their rows, which are on another server.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::foreign_tables {

Gate Definition() {
  return DatabaseRelationsGate<sql::kForeignTables>(
      {.name = "foreign_tables",
       .summary =
           "Foreign tables have the same server, options and columns on both sides; their rows are "
           "elsewhere.",
       .meaning = "Queries on the foreign table read other columns or another server, or fail.",
       .remedy =
           "Run ALTER FOREIGN TABLE on the target, or create the foreign table again as on the "
           "source.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::foreign_tables
