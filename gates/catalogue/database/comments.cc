// comments: comments and security labels are the same on both sides; some programs read them.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate comments() {
  return {.name = "comments",
          .summary = "Comments and security labels are the same on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kComments>,
          .with_baseline = true};
}

}  // namespace gonogo
