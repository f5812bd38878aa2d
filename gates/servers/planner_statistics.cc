// planner_statistics: every table of the target that has rows has statistics. Without ANALYZE after
// a restore, the first queries after the cutover get bad plans.
#include "core/plan/gate.h"
#include "gates/objects/judged_relation.h"
#include "gates/objects/shared_findings.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::planner_statistics {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeTarget(
      in, [&](SideName side) { return JudgeRelation(in, side, sql::kPlannerStatistics); });
}

}  // namespace

Gate Definition() {
  return {.name = "planner_statistics",
          .summary = "The target's planner has statistics on every table that has rows.",
          .meaning =
              "The planner guesses, and queries can be many times slower right after the cutover.",
          .remedy =
              "Run ANALYZE on the target, or vacuumdb --analyze-in-stages for the whole database.",
          .phases = {Phase::kCutover, Phase::kFinalize},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo::planner_statistics
