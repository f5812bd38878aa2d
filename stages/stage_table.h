// The table of all stages.
#pragma once

#include <span>
#include <string>

#include "core/plan/stage.h"

namespace gonogo {

// Returns all stages in the order of the runbook.
std::span<const Stage> AllStages();

// Returns the stage of that phase. Every phase has one.
const Stage& StageOf(Phase phase);

// Returns the stage of that name. Throws PlanError with a suggestion if there is none.
const Stage& StageNamed(const std::string& name);

}  // namespace gonogo
