// planner_statistics: every table of the target that has rows has statistics. Without ANALYZE after
// a restore, the first queries after the cutover get bad plans. What alone lacks them in a table
// that has some (a new column, an expression of an index, extended statistics) is advisory: few
// plans are bad by it, and query_plans judges those.
#include "core/plan/gate.h"
#include "gates/objects/judged_relation.h"
#include "gates/objects/shared_findings.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::planner_statistics {
namespace {

constexpr const char* kOfTable = "statistics from ANALYZE";  // what the statement wants of a table

Outcome JudgeStatistics(const Inspection& in, SideName side) {
  Outcome outcome = JudgeRelation(in, side, sql::kPlannerStatistics);
  for (Finding& finding : outcome.findings) {
    if (finding.want != kOfTable) finding.severity = Severity::kAdvisory;
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  return JudgeTarget(in, [&](SideName side) { return JudgeStatistics(in, side); });
}

}  // namespace

Gate Definition() {
  return {
      .name = "planner_statistics",
      .summary =
          "The target's planner has statistics on every table with rows, and on what was added to it.",
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
