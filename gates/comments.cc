// comments: comments and security labels, which some programs read, are the same on both sides.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "sql/statements.h"

namespace gonogo {

Gate comments() {
  return {.name = "comments",
          .summary = "Comments and security labels are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kDatabaseComments>,
          .with_baseline = true};
}

}  // namespace gonogo
