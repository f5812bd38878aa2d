// extended_statistics: each table has the same statistics objects and the same statistics targets
// and options of columns on both sides.
#include "core/plan/gate.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {

Gate extended_statistics() {
  return {.name = "extended_statistics",
          .summary =
              "Each table has the same extended statistics and statistics targets on both sides.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = RelationObjects<sql::kExtendedStatistics>,
          .with_baseline = true};
}

}  // namespace gonogo
