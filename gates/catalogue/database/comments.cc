// comments: comments and security labels, which some programs read, are the same on both sides.
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
