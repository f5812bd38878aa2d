// The servers that the checks of a run ask, and what the checks have read.
#pragma once

#include <vector>

#include "app/context/run_context.h"
#include "compare/contents.h"
#include "core/plan/declared_case.h"
#include "fixtures/pair.h"
#include "gates/check_memory.h"
#include "gates/contents/content_comparison.h"
#include "gates/objects/relation_catalogue.h"

namespace gonogo {

struct Asked {
  Asked(const RunContext& context, const std::vector<DeclaredCase>& declared, const Effort& effort)
      : pair(OpenPair(context)),
        contents(pair, PlannedComparisons(context.plan, declared), effort),
        catalogue(pair, context.plan) {}

  Pair pair;
  Contents contents;
  RelationCatalogue catalogue;
  CheckMemory memory{};
};

}  // namespace gonogo
