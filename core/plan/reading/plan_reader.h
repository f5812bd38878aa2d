// Reads a plan from JSON. Every error has file, line and what to do.
#pragma once

#include <span>

#include "core/json/located_json.h"
#include "core/plan/gate.h"
#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"

namespace gonogo {

// Throws PlanError. `document` already contains the plan that it extends.
Plan ReadPlan(const LocatedJson& document, std::span<const Gate> gates,
              std::span<const Stage> stages, const Environment& environment);

}  // namespace gonogo
