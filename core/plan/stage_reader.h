// Reads the stages of a plan.
#pragma once

#include <map>
#include <span>

#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"
#include "core/text/located_json.h"

namespace gonogo {

// Returns the arguments of each stage in `document`. Throws PlanError with file and line if one is
// invalid or doesn't fit `plan`, which has everything but its stages.
std::map<Phase, Arguments> ReadStages(const LocatedJson& document, std::span<const Stage> stages,
                                      const Plan& plan, const Environment& environment);

}  // namespace gonogo
