// planner_statistics: the target's planner knows its tables. Without ANALYZE after a restore the
// first queries after the cutover are planned blindly.
#include "core/plan/gate.h"
#include "gates/objects/judged_relation.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) { return JudgeRelationOnTarget(in, sql::kPlannerStatistics); }

}  // namespace

Gate planner_statistics() {
  return {.name = "planner_statistics",
          .summary = "The target's planner has statistics of every table that holds rows.",
          .phases = {Phase::kCutover, Phase::kFinalize},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo
