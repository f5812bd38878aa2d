// views: views and materialized views have the same query, columns, defaults, options, indexes,
// triggers and rules on both sides, and materialized views are populated. Gate
// materialized_views compares their rows.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::views {

Gate Definition() {
  return DatabaseRelationsGate<sql::kViews>(
      "views",
      "Views and materialized views are the same on both sides, with their indexes, triggers and "
      "rules, and populated.",
      {Phase::kSchema, Phase::kFinalize, Phase::kGate});
}

}  // namespace gonogo::views
