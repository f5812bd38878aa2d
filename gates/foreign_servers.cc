// foreign_servers: the same foreign servers and user mappings on both sides. That none of them
// leads back to the source is another question: old_host.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "sql/statements.h"

namespace gonogo {

Gate foreign_servers() {
  return {.name = "foreign_servers",
          .summary = "Foreign servers and user mappings are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kDatabaseForeignServers>};
}

}  // namespace gonogo
