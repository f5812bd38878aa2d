// All stages, in the order of the runbook.
#pragma once

#include <span>
#include <string>

#include "core/plan/stage.h"

namespace gonogo {

std::span<const Stage> AllStages();

// The stage of that phase. Throws std::out_of_range where there is none.
const Stage& StageOf(Phase phase);

// The stage of that name. Throws PlanError with a suggestion where there is none.
const Stage& StageNamed(const std::string& name);

}  // namespace gonogo
