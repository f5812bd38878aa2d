// extended_statistics: each table has the same statistics objects and the same statistics targets
// and options of columns on both sides.
#include "gates/catalogue/relation_objects.h"
#include "sql/catalogue.h"

namespace gonogo::extended_statistics {

Gate Definition() {
  return RelationObjectsGate<sql::kExtendedStatistics>(
      "extended_statistics",
      "Each table has the same extended statistics and statistics targets on both sides.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::extended_statistics
