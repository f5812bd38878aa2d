// views: views and materialized views have the same query, columns and options on both sides, and
// materialized views are populated.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate views() {
  return {.name = "views",
          .summary = "Views and materialized views are the same on both sides, and populated.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = {},
          .subjects = OneForTheDatabase,
          .run = DatabaseObjects<sql::kViews>,
          .with_baseline = true};
}

}  // namespace gonogo
