// foreign_servers: the same foreign servers and user mappings on both sides. That none of them
// leads back to the source is another question: old_host.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate foreign_servers() {
  return {.name = "foreign_servers",
          .summary = "Foreign servers and user mappings are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kForeignServers>};
}

}  // namespace gonogo
