// views: views and materialized views show the same columns by the same query on both sides, with
// the same options, and what must be refreshed was.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate views() {
  return {.name = "views",
          .summary = "Views and materialized views are the same on both sides, and filled.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kViews>,
          .with_baseline = true};
}

}  // namespace gonogo
