// What one case may look at: the pair and the contents of its relations, the launch environment,
// the plan, and its own arguments.
#pragma once

#include "compare/contents.h"
#include "core/arguments.h"
#include "core/environment.h"
#include "core/plan.h"
#include "fixtures/pair.h"

namespace gonogo {

struct Inspection {
  Pair& pair;
  Contents& contents;
  const Environment& environment;
  const Plan& plan;
  const Arguments& arguments;
  const Subject& subject;
};

}  // namespace gonogo
