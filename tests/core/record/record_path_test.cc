// Which file a run looks at for what people signed and waived.
#include "core/record/record_path.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(RecordPath, IsThatOfItsVariableElseInTheMigrationsFolder) {
  EXPECT_EQ(PathOf(kSignoffs, "moving", {}), "evidence/moving/signoffs.jsonl");
  EXPECT_EQ(PathOf(kWaivers, "moving", {{"GONOGO_MIGRATION", "/m"}}), "/m/waivers.jsonl");
  const Environment both = {{"GONOGO_MIGRATION", "/m"}, {"GONOGO_SIGNOFFS", "/s.jsonl"}};
  EXPECT_EQ(PathOf(kSignoffs, "moving", both), "/s.jsonl");
  EXPECT_EQ(PathOf(kWaivers, "moving", both), "/m/waivers.jsonl");
}

TEST(RecordPath, TakesAnEmptyVariableForNone) {
  const Environment empty = {{"GONOGO_MIGRATION", ""}, {"GONOGO_SIGNOFFS", " "}};
  EXPECT_EQ(PathOf(kSignoffs, "moving", empty), "evidence/moving/signoffs.jsonl");
}

}  // namespace
}  // namespace gonogo
