// verify, gate and cutover: stages with no work besides the plan's commands and the phase's checks.
#include "stages/stage_table.h"

namespace gonogo {
namespace {

StageOutcome DoNothing(StageRun& /*run*/) { return {}; }

Stage CheckOnlyStage(Phase phase, const std::string& summary) {
  return {
      .phase = phase, .summary = summary, .needs_checks = true, .parameters = {}, .act = DoNothing};
}

}  // namespace

Stage VerifyStage() { return CheckOnlyStage(Phase::kVerify, "compare what arrived"); }
Stage GateStage() { return CheckOnlyStage(Phase::kGate, "decide whether to continue"); }
Stage CutoverStage() {
  return CheckOnlyStage(Phase::kCutover, "move the application to the target");
}

}  // namespace gonogo
