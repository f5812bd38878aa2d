// What a run shows while it goes on.
#include "app/run/run_progress.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Two quick cases, and two that read a large table.
RunProgress HalfDone() {
  RunProgress progress({{"columns", "a"}, {"columns", "b"}, {"contents", "a"}, {"contents", "b"}});
  progress.AddDone("columns");
  progress.AddDone("columns");
  return progress;
}

TEST(RunProgress, CountsCases) {
  EXPECT_EQ(HalfDone().Line("contents.a", milliseconds(100)),
            "  ...    2 of 4 cases  50 %  contents.a");
  EXPECT_EQ(RunProgress({{"columns", "a"}}).Line("columns.a", seconds(9)),
            "  ...    0 of 1 case  0 %  columns.a");
}

TEST(RunProgress, EstimatesByTheCasesThatAreDone) {
  EXPECT_EQ(HalfDone().Line("contents.a", seconds(3)),
            "  ...    2 of 4 cases  50 %  about 3 s left  contents.a");
}

TEST(RunProgress, EstimatesByWhatEachCheckTookBefore) {
  RunProgress progress = HalfDone();
  progress.SetEarlier({{"columns", seconds(1)}, {"contents", seconds(600)}, {"gone", seconds(99)}});
  EXPECT_EQ(progress.Line("contents.a", seconds(3)),
            "  ...    2 of 4 cases  50 %  about 10 min left  contents.a");
  progress.AddDone("contents");
  EXPECT_EQ(progress.Line("contents.b", seconds(3)),
            "  ...    3 of 4 cases  75 %  about 5 min left  contents.b");
}

}  // namespace
}  // namespace gonogo
