// Commands that messages show: they can be pasted as they stand.
#include "core/plan/shown_command.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(ShownCommand, QuotesWordsForAShell) {
  EXPECT_EQ(ShellWord("plans/a-1.json"), "plans/a-1.json");
  EXPECT_EQ(ShellWord("my plan's.json"), "'my plan'\\''s.json'");
  EXPECT_EQ(ShellWord(""), "''");
}

TEST(ShownCommand, NamesThePlanAndTheEnvFile) {
  Plan plan;
  EXPECT_EQ(ShownCommand("stage gate", plan), "gonogo stage gate");
  plan.file = "shop/plan.json";
  plan.env_file = "my prod.env";
  EXPECT_EQ(ShownCommand("stage gate", plan),
            "gonogo stage gate --plan shop/plan.json --env-file 'my prod.env'");
}

}  // namespace
}  // namespace gonogo
