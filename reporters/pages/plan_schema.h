// plan.schema.json: what a plan may contain, for editors. From the tables that validate a plan.
#pragma once

#include <span>
#include <vector>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/plan/stage.h"
#include "core/values/parameter.h"

namespace gonogo {

// The keys of a plan, besides those of gates and stages: see core/plan/reading/plan_keys.h.
struct PlanKeyTables {
  std::vector<Parameter> plan;
  std::vector<Parameter> connection;
  std::vector<Parameter> check;
  std::vector<Parameter> stage;
};

// Returns a schema of JSON Schema's draft 7, which editors know best. It accepts every plan that
// gonogo accepts; what depends on other keys only `gonogo plan lint` sees.
Json PlanSchema(const PlanKeyTables& keys, std::span<const Gate> gates,
                std::span<const Stage> stages);

}  // namespace gonogo
