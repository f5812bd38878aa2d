// extended_statistics: the planner is told to learn the same about each table on both sides.
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
