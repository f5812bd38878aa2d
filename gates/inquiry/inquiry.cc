#include "gates/inquiry/inquiry.h"

#include "gates/contents/content_comparison.h"
#include "gates/run_check.h"

namespace gonogo {

Inquiry::Inquiry(Pair& pair, const Known& known, const std::vector<DeclaredCase>& declared,
                 const Effort& effort)
    : pair_(pair),
      known_(known),
      contents_(pair, PlannedComparisons(known.plan, declared), effort),
      catalogue_(pair, known.plan) {}

CaseResult Inquiry::Run(const Check& check, const Subject& subject) {
  return RunCheck(check, {pair_, contents_, catalogue_, memory_, known_.environment,
                          known_.migration, known_.plan, check.arguments, subject});
}

}  // namespace gonogo
