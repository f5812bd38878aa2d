// What one case may look at: the pair, the launch environment, the plan, and its own arguments.
#pragma once

#include "core/arguments.h"
#include "core/environment.h"
#include "core/plan.h"
#include "fixtures/pair.h"

namespace gonogo {

struct Inspection {
  Pair& pair;
  const Environment& environment;
  const Plan& plan;
  const Arguments& arguments;
  const Subject& subject;
};

}  // namespace gonogo
