// Plans: what was read is whole, and a plan that extends itself is the same plan.
#include <set>
#include <string>

#include "app/plan/plan_lint.h"
#include "core/plan/declared_case.h"
#include "core/plan/reading/plan_extension.h"
#include "core/plan/reading/plan_reader.h"
#include "gates/gate_table.h"
#include "stages/stage_table.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

Plan PlanOf(const LocatedJson& document) {
  const Environment environment = {{"SRC_DB_URL", "postgresql://a@source:5432/shop"},
                                   {"TGT_DB_URL", "postgresql://b@target:5432/shop"}};
  return ReadPlan(document, AllGates(), AllStages(), environment);
}

void RequireWhole(const Plan& plan) {
  std::set<std::string> ids;
  for (const Check& check : plan.checks) {
    Require(check.gate != nullptr, "a check has no gate");
    Require(ids.insert(check.id).second, "two checks have one id");
    Require(&plan.CheckNamed(check.id) == &check, "a check has another's id");
  }
  DeclaredCases(plan, AllPhases(), {});
  LintFindings(plan, "2026-02-21");
}

}  // namespace

void FeedPlan(std::string_view input) {
  LocatedJson document;
  if (!IsTaken([&] { document = ParseLocated(input, "plan.json"); })) return;
  Plan plan;
  if (!IsTaken([&] { plan = PlanOf(document); })) return;
  RequireWhole(plan);
  const Plan extended = PlanOf(ExtendedPlan(document, document));
  Require(extended.checks.size() == plan.checks.size(),
          "a plan that extends itself has other checks");
}

}  // namespace gonogo::fuzz
