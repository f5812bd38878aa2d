// Reads the checks of a plan.
#pragma once

#include <span>

#include "core/json/located_json.h"
#include "core/plan/gate.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

// Appends the checks in `document` to `plan`, which already has its relations. Throws PlanError
// with file and line. A gate that lists the subjects of a check sees the checks before it. `owner`
// acts on the findings of a check that names nobody.
void ReadChecks(const LocatedJson& document, std::span<const Gate> gates,
                const Environment& environment, const std::string& owner, Plan& plan);

}  // namespace gonogo
