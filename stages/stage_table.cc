// The stages are in the order of the phases.
#include "stages/stage_table.h"

#include <algorithm>
#include <stdexcept>

#include "core/error.h"
#include "core/text/suggestion.h"

namespace gonogo {

Stage PreflightStage();
Stage SchemaStage();
Stage BackfillStage();
Stage VerifyStage();
Stage GateStage();
Stage DualWriteStage();
Stage CutoverStage();
Stage FinalizeStage();
Stage RollbackStage();

std::span<const Stage> AllStages() {
  static const Stage stages[] = {PreflightStage(), SchemaStage(),   BackfillStage(),
                                 VerifyStage(),    GateStage(),     DualWriteStage(),
                                 CutoverStage(),   FinalizeStage(), RollbackStage()};
  return stages;
}

const Stage& StageNamed(const std::string& name) {
  std::vector<std::string> known;
  for (const Stage& stage : AllStages()) {
    if (PhaseName(stage.phase) == name) return stage;
    known.push_back(PhaseName(stage.phase));
  }
  throw PlanError(UnknownName("stage", name, known));
}

const Stage& StageOf(Phase phase) {
  const auto stages = AllStages();
  const auto found = std::find_if(stages.begin(), stages.end(),
                                  [&](const Stage& stage) { return stage.phase == phase; });
  if (found == stages.end()) throw std::out_of_range("no stage " + PhaseName(phase));
  return *found;
}

}  // namespace gonogo
