// Gates that demand of objects what a plan says, beside those that compare the same objects.
#pragma once

#include "core/record/trial.h"

namespace gonogo {

// Adds to damage.also the gates that look at what its gates look at, with demands of their own:
// they are rightly red beside them.
void AddDemandingGates(Damage& damage);

}  // namespace gonogo
