// Plans that extend other plans: merges the changes of a plan into the plan that it "extends".
#pragma once

#include "core/json/located_json.h"

namespace gonogo {

// Returns `base` with `changes` applied: objects are merged, null removes a member, other values
// are replaced. The members of the list `/checks` are merged by their "id"; new ones are appended.
LocatedJson ExtendedPlan(const LocatedJson& base, const LocatedJson& changes);

}  // namespace gonogo
