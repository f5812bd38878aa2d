// From located JSON to a plan, or to an error with file, line and what to do.
#pragma once

#include <span>

#include "core/plan/gate.h"
#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"
#include "core/text/located_json.h"

namespace gonogo {

// Throws PlanError. `document` has what it extends merged into it already.
Plan ReadPlan(const LocatedJson& document, std::span<const Gate> gates,
              std::span<const Stage> stages, const Environment& environment);

}  // namespace gonogo
