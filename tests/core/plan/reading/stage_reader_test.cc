// What a stage can contain, and the error message with its line for anything else.
#include "core/plan/reading/stage_reader.h"

#include <gtest/gtest.h>

#include "tests/core/plan/sample_plan.h"

namespace gonogo {
namespace {

TEST(PlanReader, ReadsStagesWithTheirParameters) {
  PlanText plan;
  plan.more = R"(,
"stages": {"backfill": {"jobs": 4, "confirm": "COPY IT"}})";
  const Plan parsed = Parsed(plan);
  ASSERT_EQ(parsed.stages.size(), 1U);
  const Arguments& backfill = parsed.stages.at(Phase::kBackfill);
  EXPECT_EQ(backfill.Integer("jobs"), 4);
  EXPECT_EQ(backfill.Text("confirm"), "COPY IT");
  EXPECT_TRUE(backfill.Map("commands").empty());
}

TEST(PlanReader, RejectsAnUnknownStageWithASuggestion) {
  PlanText plan;
  plan.more = R"(,
"stages": {"backfil": {}})";
  EXPECT_EQ(ErrorMessage(plan),
            "plan.json:8: stage \"backfil\" is unknown; did you mean \"backfill\"?");
}

TEST(PlanReader, RejectsAStageThatNeedsAMissingCheck) {
  PlanText plan;
  plan.more = R"(,
"stages": {"finalize": {}})";
  EXPECT_EQ(
      ErrorMessage(plan),
      "plan.json:8: stage \"finalize\" needs a check: add \"finalize\" to the \"phases\" of one");
}

}  // namespace
}  // namespace gonogo
