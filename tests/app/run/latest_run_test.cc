// evidence/latest names the run that began last, whichever ends first.
#include "app/run/latest_run.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

TEST(LatestRun, IsTheOneThatBeganLast) {
  const Scratch scratch;
  const fs::path folder = scratch.Path("evidence");
  NameLatest(folder / "20260101T000001Z-0002");
  EXPECT_EQ(fs::read_symlink(folder / "latest"), "20260101T000001Z-0002");
  NameLatest(folder / "20260101T000001Z-0001");  // in the same second
  NameLatest(folder / "20260101T000000Z-0003");
  EXPECT_EQ(fs::read_symlink(folder / "latest"), "20260101T000001Z-0001");
  const fs::path of_a_stage = folder / "shop/runs/20260102T000000Z-0000-gate";
  NameLatest(of_a_stage, folder);
  EXPECT_EQ(fs::read_symlink(folder / "latest"), "shop/runs/20260102T000000Z-0000-gate");
}

TEST(LatestRun, LeavesWhatIsNoLink) {
  const Scratch scratch;
  const fs::path folder = scratch.Path("evidence");
  fs::create_directories(folder / "latest");  // the migration of a plan with that name
  NameLatest(folder / "20260101T000000Z-0001");
  EXPECT_TRUE(fs::is_directory(fs::symlink_status(folder / "latest")));
}

TEST(LatestRun, IsAlwaysOneOfThoseThatBeginTogether) {
  const Scratch scratch;
  const fs::path folder = scratch.Path("evidence");
  std::vector<std::thread> runs;
  for (int run = 1; run <= 8; ++run) {
    runs.emplace_back([&folder, run] {
      for (int time = 0; time < 20; ++time) {
        NameLatest(folder /
                   ("20260101T0000" + std::to_string(10 + time) + "Z-" + std::to_string(run)));
      }
    });
  }
  for (std::thread& run : runs) run.join();
  EXPECT_TRUE(fs::read_symlink(folder / "latest").string().starts_with("20260101T0000"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1) << "nothing else is left";
}

}  // namespace
}  // namespace gonogo::testing_support
