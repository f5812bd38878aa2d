// Tests that rows that differ take memory by the batch, however wide they are and whatever is done
// with them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/compare/compared.h"

namespace gonogo::testing_support {
namespace {

constexpr std::int64_t kMostMegabytes = 200;

// Lets the kernel measure the peak of this process's memory anew.
void ResetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::int64_t PeakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6)) / 1024;
  }
  throw std::runtime_error("/proc/self/status has no VmHWM");
}

// Fills both sides with rows that differ in one long value. It compresses well, so that the tables
// are small.
class WideRows {
 public:
  WideRows(int rows, int bytes) : databases_("wide_rows"), rows_(rows) {
    databases_.OnBoth("CREATE TABLE t (id int PRIMARY KEY, v text, w text)");
    for (const auto& [side, letter] :
         {std::pair(SideName::kSource, 's'), {SideName::kTarget, 't'}}) {
      const std::string sql = fmt::format(
          "INSERT INTO t SELECT i, repeat('{}', {}), 'w' FROM generate_series(1, {}) AS i", letter,
          bytes, rows);
      side == SideName::kSource ? databases_.OnSource(sql) : databases_.OnTarget(sql);
    }
  }

  // Returns the peak of memory in MB.
  std::int64_t Compare(std::chrono::milliseconds recheck, ComparisonOptions options) {
    const ComparedRelation relation{.source = "public.t", .target = "public.t", .recheck = recheck};
    Pair pair = databases_.Open();
    Comparer comparer(pair, {relation}, {});
    ResetPeak();
    comparison_ = comparer.Compare(relation, options);
    EXPECT_EQ(comparison_.counts.different, rows_);
    return PeakMegabytes();
  }

  const Comparison& comparison() const { return comparison_; }

 private:
  BothDatabases databases_;
  int rows_;
  Comparison comparison_;
};

TEST(WideRows, AreShownBriefly) {
  WideRows rows(2, 1'001);
  rows.Compare({}, {});
  ASSERT_EQ(rows.comparison().rows.size(), 2U);
  const RowDifference first = rows.comparison().rows.front();
  EXPECT_EQ(first.source->at(1).value(),
            std::string(200, 's') +
                "... (1001 characters, sha256 "
                "dd5319bee63eac7b205de955b4137b46afdd9275ad1f92762906656da11bebb5)");
  EXPECT_TRUE(first.DiffersIn(1));
  EXPECT_FALSE(first.DiffersIn(2));
  rows.Compare(std::chrono::milliseconds(1), {});
  EXPECT_EQ(rows.comparison().rows.front().source->at(1), first.source->at(1))
      << "also after a recheck";
}

TEST(WideRows, TakeMemoryByTheBatch) {
  WideRows rows(30, 2'000'000);
  EXPECT_LT(rows.Compare(std::chrono::milliseconds(1), {}), kMostMegabytes) << "with a recheck";
  std::size_t bytes = 0;
  const auto count = [&](const Comparison&, const RowDifference& row) {
    bytes += row.source->at(1)->size();
  };
  EXPECT_LT(rows.Compare({}, {.each = count}), kMostMegabytes) << "with whole values";
  EXPECT_EQ(bytes, 60'000'000U);
}

TEST(SlowWideRows, ThousandsOfOneMegabyteTakeMemoryByTheBatch) {
  WideRows rows(2'000, 1'000'000);
  EXPECT_LT(rows.Compare({}, {}), kMostMegabytes);
  EXPECT_LT(rows.Compare(std::chrono::milliseconds(1), {}), kMostMegabytes) << "with a recheck";
}

TEST(SlowWideRows, DozensOfHundredMegabytesTakeMemoryByTheBatch) {
  WideRows rows(50, 100'000'000);
  EXPECT_LT(rows.Compare({}, {}), kMostMegabytes);
  EXPECT_LT(rows.Compare(std::chrono::milliseconds(1), {}), kMostMegabytes) << "with a recheck";
}

}  // namespace
}  // namespace gonogo::testing_support
