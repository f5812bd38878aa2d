// The servers that the checks of a run ask, and what the checks have read.
#pragma once

#include <vector>

#include "app/context/run_context.h"
#include "app/run/runner.h"
#include "compare/contents.h"
#include "core/plan/declared_case.h"
#include "fixtures/pair.h"
#include "gates/check_memory.h"
#include "gates/contents/content_comparison.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/run_check.h"

namespace gonogo {

struct Asked {
  Asked(const RunContext& context, const std::vector<DeclaredCase>& declared, const Effort& effort)
      : pair(OpenPair(context)),
        contents(pair, PlannedComparisons(context.plan, declared), effort),
        catalogue(pair, context.plan),
        context(context) {}

  // Returns the result of the case. Doesn't throw, as RunCheck.
  CaseResult Run(const Case& one) {
    return RunCheck(*one.check,
                    {pair, contents, catalogue, memory, context.environment, context.migration,
                     context.plan, one.check->arguments, *one.subject});
  }

  Pair pair;
  Contents contents;
  RelationCatalogue catalogue;
  CheckMemory memory{};
  const RunContext& context;
};

}  // namespace gonogo
