// foreign_servers: foreign servers and user mappings are the same on both sides. Gate old_host
// checks that none of them points to the source.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::foreign_servers {

Gate Definition() {
  return {.name = "foreign_servers",
          .summary = "Foreign servers and user mappings are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kForeignServers>};
}

}  // namespace gonogo::foreign_servers
