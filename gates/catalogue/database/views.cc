// views: views and materialized views have the same query, columns, defaults, options, indexes,
// triggers and rules on both sides, and materialized views are populated. Gate
// materialized_views compares their rows.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::views {

Gate Definition() {
  return DatabaseRelationsGate<sql::kViews>(
      {.name = "views",
       .summary = "Views and materialized views are the same on both sides, with their indexes, "
                  "triggers and "
                  "rules, and populated.",
       .meaning =
           "Queries on the view return other columns or rows on the target, become slow, or fail.",
       .remedy =
           "Create the view again as on the source; run REFRESH MATERIALIZED VIEW if it isn't "
           "populated.",
       .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate}});
}

}  // namespace gonogo::views
