// extended_statistics: each table has the same statistics objects and the same statistics targets
// and options of columns on both sides.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::extended_statistics {

Gate Definition() {
  return RelationObjectsGate<sql::kExtendedStatistics>(
      {.name = "extended_statistics",
       .summary =
           "Each table has the same extended statistics and statistics targets on both sides.",
       .meaning =
           "The target's planner misjudges how many rows there are, and queries can become slow.",
       .remedy =
           "Run CREATE or ALTER STATISTICS, or ALTER COLUMN with SET STATISTICS, on the target, "
           "then ANALYZE.",
       .phases = {Phase::kSchema, Phase::kGate}});
}

}  // namespace gonogo::extended_statistics
