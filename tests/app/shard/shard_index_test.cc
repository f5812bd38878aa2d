// Which shard a process is.
#include "app/shard/shard_index.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

void ExpectNone(const Environment& environment, const std::string& words) {
  try {
    ShardIndex({}, environment, 4);
    FAIL();
  } catch (const PlanError& error) {
    EXPECT_NE(std::string(error.what()).find(words), std::string::npos) << error.what();
  }
}

TEST(ShardIndex, ComesFromTheOptionOrTheEngine) {
  EXPECT_EQ(ShardIndex(3, {{"JOB_COMPLETION_INDEX", "0"}}, 4), 3);
  EXPECT_EQ(ShardIndex({}, {{"JOB_COMPLETION_INDEX", "0"}}, 4), 1);
  EXPECT_EQ(ShardIndex({}, {{"JOB_COMPLETION_INDEX", "3"}}, 4), 4);
  EXPECT_EQ(ShardIndex({}, {{"CI_NODE_INDEX", "4"}, {"CI_NODE_TOTAL", "4"}}, 4), 4);
  EXPECT_EQ(ShardIndex({}, {{"SLURM_ARRAY_TASK_ID", "3"}, {"SLURM_ARRAY_TASK_COUNT", "1"}}, 4), 3);
}

TEST(ShardIndex, IsRefusedIfItSaysNothing) {
  ExpectNone({}, "which shard is this?");
  ExpectNone({{"JOB_COMPLETION_INDEX", "one"}}, "JOB_COMPLETION_INDEX isn't a number: \"one\"");
  ExpectNone({{"JOB_COMPLETION_INDEX", "4"}}, "there is no shard 5: the run is shared out to 4");
  ExpectNone({{"CI_NODE_INDEX", "0"}}, "there is no shard 0");
  ExpectNone({{"CI_NODE_INDEX", "1"}, {"CI_NODE_TOTAL", "3"}},
             "CI_NODE_TOTAL is 3, but the run is shared out to 4 shards");
}

}  // namespace
}  // namespace gonogo
