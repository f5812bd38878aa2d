// Which checks may write values of rows into the evidence.
#pragma once

#include "core/plan/plan.h"

namespace gonogo {

// True if the check's show_values says so.
bool MayShowValues(const Check& check);

// True if one of the plan's checks may, or has a gate that always does.
bool MayShowValues(const Plan& plan);

}  // namespace gonogo
