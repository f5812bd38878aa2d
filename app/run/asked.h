// The servers that the checks of a run ask.
#pragma once

#include <vector>

#include "app/context/run_context.h"
#include "app/run/runner.h"
#include "core/plan/declared_case.h"
#include "fixtures/pair.h"
#include "gates/inquiry/inquiry.h"

namespace gonogo {

struct Asked {
  Asked(const RunContext& context, const std::vector<DeclaredCase>& declared, const Effort& effort,
        const PerSide<std::string>& snapshots)
      : pair(OpenPair(context, snapshots)),
        inquiry(pair, {context.plan, context.environment, context.migration}, declared, effort) {}

  // Returns the result of the case. Doesn't throw, as RunCheck.
  CaseResult Run(const Case& one) { return inquiry.Run(*one.check, *one.subject); }

  Pair pair;
  Inquiry inquiry;
};

}  // namespace gonogo
