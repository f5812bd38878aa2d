// Stages that do nothing of their own: commands of the plan act, and the checks of the phase look.
#include "stages/stage_table.h"

namespace gonogo {
namespace {

StageOutcome DoNothing(StageRun& /*run*/) { return {}; }

Stage Looking(Phase phase, const std::string& summary) {
  return {
      .phase = phase, .summary = summary, .needs_checks = true, .parameters = {}, .act = DoNothing};
}

}  // namespace

Stage VerifyStage() { return Looking(Phase::kVerify, "compare what arrived"); }
Stage GateStage() { return Looking(Phase::kGate, "decide whether to go on"); }
Stage CutoverStage() { return Looking(Phase::kCutover, "move the application to the target"); }

}  // namespace gonogo
