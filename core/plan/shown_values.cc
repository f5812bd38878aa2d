// Which checks may write values of rows into the evidence.
#include "core/plan/shown_values.h"

#include <algorithm>

#include "core/plan/gate.h"

namespace gonogo {

bool MayShowValues(const Check& check) {
  return check.arguments.Has("show_values") && check.arguments.Boolean("show_values");
}

bool MayShowValues(const Plan& plan) {
  return std::any_of(plan.checks.begin(), plan.checks.end(), [](const Check& check) {
    return MayShowValues(check) || check.gate->shows_rows;
  });
}

}  // namespace gonogo
