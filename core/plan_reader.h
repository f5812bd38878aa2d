// From located JSON to a plan, or to an error with file, line and what to do.
#pragma once

#include <span>

#include "core/environment.h"
#include "core/gate.h"
#include "core/located_json.h"
#include "core/plan.h"
#include "core/stage.h"

namespace gonogo {

// Throws PlanError. `document` has what it extends merged into it already.
Plan ReadPlan(const LocatedJson& document, std::span<const Gate> gates,
              std::span<const Stage> stages, const Environment& environment);

}  // namespace gonogo
