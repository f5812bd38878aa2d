// Estimates of how long it takes to read a side, without a server.
#include "compare/passes/pace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace gonogo {
namespace {

using Seconds = Pace::Duration;

TEST(Pace, KnowsNothingBeforeAnythingWasRead) {
  Pace pace(1'000, 2);
  EXPECT_FALSE(pace.Whole());
  EXPECT_EQ(pace.part(), 0);
}

TEST(Pace, OfNothingIsDone) {
  EXPECT_EQ(Pace(0, 2).part(), 1);
  EXPECT_EQ(Pace(0, 2).Whole(), Seconds(0));
}

TEST(Pace, OfARelationThatHasGrownIsNeverMoreThanTheWhole) {
  Pace pace(10, 1);
  pace.Count(50, 20, Seconds(4));
  EXPECT_EQ(pace.part(), 1);
  EXPECT_EQ(pace.Whole(), Seconds(4));
  EXPECT_EQ(pace.rows(), 50);
}

// Threads that read portions of 2 s end them at different times. Whenever one ends, the others have
// read a part that isn't counted yet.
TEST(Pace, IsNotMisledByWhatIsBeingRead) {
  for (const std::size_t threads : {1U, 2U, 4U, 8U}) {
    constexpr std::int64_t kPortions = 48;
    Pace pace(kPortions * 100, threads);
    std::vector<double> free_at(threads, 0);
    for (std::size_t i = 0; i < threads; ++i) {  // each starts with a portion of another size
      const double took = 2.0 * static_cast<double>(i + 1) / static_cast<double>(threads);
      free_at[i] = took;
      pace.Count(0, static_cast<std::int64_t>(50 * took), Seconds(took));
    }
    const double truth = 2.0 * kPortions / static_cast<double>(threads);
    for (;;) {
      const auto next = std::min_element(free_at.begin(), free_at.end());
      *next += 2;
      if (*next > truth) break;
      pace.Count(1'000, 100, Seconds(2));
      EXPECT_NEAR(pace.Whole().value().count(), truth, truth / 20) << threads << " threads";
    }
  }
}

}  // namespace
}  // namespace gonogo
