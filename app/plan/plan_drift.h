// Finds how a source differs from what its plan says.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/plan/source_schema.h"

namespace gonogo {

struct Drift {
  std::string subject;  // a relation, or a gate
  std::string now;      // what the source has
  std::string plan;     // what the plan says
};

std::vector<Drift> DriftOf(const Plan& plan, const SourceSchema& source);

std::string DriftText(const Plan& plan, const std::vector<Drift>& drifts);
std::string DriftJson(const std::vector<Drift>& drifts);

}  // namespace gonogo
