// views: views and materialized views have the same query, columns and options on both sides, and
// materialized views are populated.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::views {

Gate Definition() {
  return DatabaseObjectsGate<sql::kViews>(
      "views", "Views and materialized views are the same on both sides, and populated.",
      {Phase::kSchema, Phase::kFinalize, Phase::kGate});
}

}  // namespace gonogo::views
