// The declared cases as text and as JSON, against golden files.
#include "reporters/lists/case_list.h"

#include <gtest/gtest.h>

#include "core/plan/gate.h"
#include "tests/golden/golden.h"

namespace gonogo {
namespace {

const Gate& RowCount() {
  static const Gate gate = {.name = "row_count",
                            .summary = "",
                            .meaning = "",
                            .remedy = "",
                            .subjects = nullptr,
                            .run = nullptr};
  return gate;
}

Plan SmallPlan() {
  Plan plan;
  plan.checks = {{.id = "rows",
                  .gate = &RowCount(),
                  .phases = {Phase::kGate, Phase::kVerify},
                  .subjects = {{"public.users", ""}, {"odd\x1B name", ""}}},
                 {.id = "rows_again",
                  .gate = &RowCount(),
                  .phases = {Phase::kCutover},
                  .severity = Severity::kAdvisory,
                  .subjects = {{"public.users", ""}}}};
  return plan;
}

TEST(CaseList, IsTextWithAHeadingPerPhase) {
  ExpectGolden("case_list.txt", CaseListText(DeclaredCases(SmallPlan(), {}, {})));
}

TEST(CaseList, IsJson) {
  const Plan plan = SmallPlan();
  ExpectGolden("case_list.json", CaseListJson(plan, DeclaredCases(plan, {}, {})));
}

TEST(CaseList, GivesTheNumberEvenIfItIsZero) {
  EXPECT_EQ(CaseListText({}), "0 cases\n");
  EXPECT_EQ(CaseListJson(SmallPlan(), {}), "[]\n");
}

}  // namespace
}  // namespace gonogo
