// Which checks may write values of rows into the evidence.
#pragma once

#include "core/plan/plan.h"

namespace gonogo {

// Returns true if the check's show_values is true.
bool MayShowValues(const Check& check);

// Returns true if one of the plan's checks may show values, or has a gate that always does.
bool MayShowValues(const Plan& plan);

}  // namespace gonogo
