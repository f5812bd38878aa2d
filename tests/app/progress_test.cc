// Progress without a terminal: one plain line per interval, on a stream of its own.
#include "app/progress.h"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>

namespace gonogo {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kShort{20};
constexpr milliseconds kNever{3'600'000};

std::string PrintedWhile(ProgressMode mode, milliseconds every,
                         const std::function<void(ProgressDisplay&)>& act) {
  std::ostringstream out;
  {
    ProgressDisplay display(out, mode, every);
    act(display);
  }
  return out.str();
}

TEST(ProgressDisplay, PrintsALineForEachIntervalOfLongWork) {
  const std::string printed =
      PrintedWhile(ProgressMode::kPlain, kShort, [](ProgressDisplay& display) {
        display.Show("  ...    users");
        std::this_thread::sleep_for(5 * kShort);
      });
  EXPECT_TRUE(printed.starts_with("  ...    users  after 0 s\n  ...    users  after 0 s\n"))
      << printed;
}

TEST(ProgressDisplay, SaysWhatItIsDoingWhenNothingReportsProgress) {
  const std::string printed =
      PrintedWhile(ProgressMode::kPlain, kShort, [](ProgressDisplay& display) {
        EXPECT_EQ(display.SetActivity("  ...    stage backfill"), "");
        display.Show("  ...    users");
        display.Show("");
        std::this_thread::sleep_for(5 * kShort);
        EXPECT_EQ(display.SetActivity(""), "  ...    stage backfill");
      });
  EXPECT_NE(printed.find("  ...    stage backfill  after 0 s\n"), std::string::npos) << printed;
}

TEST(ProgressDisplay, PrintsNothingForShortWorkOrIfNobodyWantsIt) {
  const auto act = [](ProgressDisplay& display) {
    display.SetActivity("  ...    stage backfill");
    display.Show("  ...    users");
    display.Show("");
  };
  EXPECT_EQ(PrintedWhile(ProgressMode::kPlain, kNever, act), "");
  EXPECT_EQ(PrintedWhile(ProgressMode::kNone, kShort, act), "");
  EXPECT_EQ(PrintedWhile(ProgressMode::kBar, kNever, act), "\r\033[K  ...    users\r\033[K");
}

TEST(ProgressDisplay, CountsSecondsOnATerminalWhenNothingNewIsReported) {
  const std::string printed =
      PrintedWhile(ProgressMode::kBar, kShort, [](ProgressDisplay& display) {
        display.SetActivity("  ...    stage schema");
        std::this_thread::sleep_for(5 * kShort);
        display.SetActivity("");
      });
  EXPECT_TRUE(printed.starts_with("\r\033[K  ...    stage schema  after 0 s")) << printed;
  EXPECT_TRUE(printed.ends_with("\r\033[K")) << printed;
}

// A line that wraps is not replaced as a whole: the terminal would fill with its beginnings.
TEST(ProgressDisplay, CutsALineThatIsLongerThanTheTerminal) {
  std::ostringstream out;
  ProgressDisplay(out, ProgressMode::kBar, kNever, 20).Show("  ...    columns.public.users");
  EXPECT_EQ(out.str(), "\r\033[K  ...    columns...");
}

TEST(Progress, CountsTheRowsOfOneSide) {
  using Seconds = std::chrono::duration<double>;
  const auto progress = [](double taken, std::optional<Seconds> left) {
    return Describe(Progress{.relation = "users",
                             .rows = 1'204'000,
                             .part = 0.62,
                             .taken = Seconds(taken),
                             .left = left});
  };
  EXPECT_EQ(progress(0.5, Seconds(1)), "  ...    users  1,204,000 rows");
  EXPECT_EQ(progress(600, std::nullopt), "  ...    users  1,204,000 rows");
  EXPECT_EQ(progress(600, Seconds(368)),
            "  ...    users  1,204,000 rows  2,007/s  62 %  about 6 min left");
}

}  // namespace
}  // namespace gonogo
