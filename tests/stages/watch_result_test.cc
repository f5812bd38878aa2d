// What a watch says when it isn't GO.
#include <gtest/gtest.h>

#include "stages/watch/watch.h"

namespace gonogo {
namespace {

using std::chrono::milliseconds;

TEST(WatchResult, SaysThatARoundOutlastedTheTime) {
  const WatchOptions options{.duration = milliseconds(6'000), .until_green = 2};
  WatchResult result{.rounds = 1, .green_in_a_row = 1};
  result.last.number = 1;
  result.last.took = milliseconds(7'250);
  result.last.relations = {{.relation = "public.a", .error = ""}};
  EXPECT_EQ(
      result.ReasonForNoGo(options),
      "1 green round in a row at the end, want 2: time was up (for_s, 6 s) after 1 round, the "
      "last of which took 7.2 s; set a longer for_s");
  result.rounds = 3;
  EXPECT_EQ(result.ReasonForNoGo(options), "1 green round in a row at the end, want 2");
  result.green_in_a_row = 2;
  EXPECT_EQ(result.ReasonForNoGo(options), "");
}

}  // namespace
}  // namespace gonogo
