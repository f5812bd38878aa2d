// Reads the stages of a plan.
#pragma once

#include <map>
#include <span>

#include "core/json/located_json.h"
#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"

namespace gonogo {

// Returns the arguments of each stage in `document`. Throws PlanError with file and line if one is
// invalid or doesn't fit `plan`, which has everything but its stages.
std::map<Phase, Arguments> ReadStages(const LocatedJson& document, std::span<const Stage> stages,
                                      const Plan& plan, const Environment& environment);

}  // namespace gonogo
