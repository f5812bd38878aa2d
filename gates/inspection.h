// What one case may look at: the pair, the contents of its relations and what its catalogues list,
// the launch environment, the plan, and its own arguments.
#pragma once

#include "compare/contents.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "core/values/arguments.h"
#include "fixtures/pair.h"

namespace gonogo {

class Catalogues;

struct Inspection {
  Pair& pair;
  Contents& contents;
  Catalogues& catalogues;
  const Environment& environment;
  const Plan& plan;
  const Arguments& arguments;
  const Subject& subject;
};

}  // namespace gonogo
