// What one case may look at: the pair, the contents of its relations and what its catalogues list,
// the launch environment, the plan, and its own arguments.
#pragma once

#include "compare/contents.h"
#include "core/arguments.h"
#include "core/environment.h"
#include "core/plan.h"
#include "fixtures/pair.h"
#include "gates/catalogues.h"

namespace gonogo {

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
