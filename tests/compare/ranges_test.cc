// Tests that ranges cover a relation exactly once.
#include <gtest/gtest.h>

#include "compare/passes/scan.h"

namespace gonogo {
namespace {

using std::chrono::milliseconds;

RelationShape Of(const std::vector<std::int64_t>& blocks) {
  RelationShape shape{.name = {"public", "t"}, .quoted = "public.t"};
  for (const std::int64_t some : blocks) shape.parts.push_back({"ONLY public.t", some});
  return shape;
}

std::vector<Range> AllOf(const RelationShape& shape, bool by_block) {
  Ranges ranges(shape, by_block);
  std::vector<Range> all;
  while (const auto range = ranges.Next()) all.push_back(*range);
  return all;
}

std::vector<std::string> ConditionsOf(const std::vector<Range>& ranges) {
  std::vector<std::string> conditions;
  for (const Range& range : ranges) conditions.push_back(range.condition);
  return conditions;
}

std::int64_t BlocksOf(const Range& range) { return range.end - range.first; }

TEST(Ranges, HandOutEveryBlockOfEveryPartOnce) {
  const RelationShape shape = Of({0, 1, 4'096, 4'097, 50'000});
  std::size_t part = 0;
  std::int64_t next = 0;
  for (const Range& range : AllOf(shape, true)) {
    EXPECT_EQ(range.part, part);
    EXPECT_EQ(range.first, next);
    const bool last = range.end == shape.parts[part].blocks;
    part += last ? 1 : 0;
    next = last ? 0 : range.end;
  }
  EXPECT_EQ(part, shape.parts.size());
}

TEST(Ranges, LeaveTheEndOfAPartOpen) {
  EXPECT_EQ(
      ConditionsOf(AllOf(Of({10'000}), true)),
      (std::vector<std::string>{
          "ctid OPERATOR(pg_catalog.>=) '(0,0)'::tid AND ctid OPERATOR(pg_catalog.<) '(4096,0)'::tid",
          "ctid OPERATOR(pg_catalog.>=) '(4096,0)'::tid AND ctid OPERATOR(pg_catalog.<) '(8192,0)'::tid",
          "ctid OPERATOR(pg_catalog.>=) '(8192,0)'::tid"}));
}

TEST(Ranges, NeedNoConditionForAPartThatFitsIntoOne) {
  EXPECT_EQ(ConditionsOf(AllOf(Of({4'096, 7}), true)), (std::vector<std::string>{"", ""}));
}

TEST(Ranges, AreWholePartsIfTheServerCannotFindBlocks) {
  const auto ranges = AllOf(Of({1'000'000, 7}), false);
  EXPECT_EQ(ConditionsOf(ranges), (std::vector<std::string>{"", ""}));
  EXPECT_EQ(BlocksOf(ranges.at(0)), 1'000'000);
}

TEST(Ranges, ReadATableThatWasEmptyWhenItWasMeasured) {
  EXPECT_EQ(ConditionsOf(AllOf(Of({0}), true)), std::vector<std::string>{""});
}

TEST(Ranges, AreNoneIfThereIsNoPart) { EXPECT_TRUE(AllOf(Of({}), true).empty()); }

// Returns the size of the range after one of 4096 blocks that took so many milliseconds.
std::int64_t SizeAfter(milliseconds time) {
  const RelationShape shape = Of({100'000'000});
  Ranges ranges(shape, true);
  ranges.Took(*ranges.Next(), time);
  return BlocksOf(*ranges.Next());
}

TEST(Ranges, HaveASizeByTheTimeThatTheLastOneTook) {
  EXPECT_EQ(SizeAfter(Ranges::kRangeTime), 4'096);
  EXPECT_EQ(SizeAfter(2 * Ranges::kRangeTime), 2'048);
  EXPECT_EQ(SizeAfter(Ranges::kRangeTime / 2), 8'192);
}

TEST(Ranges, ChangeAtMostFourfoldInOneStep) {
  EXPECT_EQ(SizeAfter(milliseconds(0)), 16'384);
  EXPECT_EQ(SizeAfter(1'000 * Ranges::kRangeTime), 1'024);
}

// Returns the size after many ranges that took `time` each.
std::int64_t SizeInTheEnd(milliseconds time) {
  const RelationShape shape = Of({100'000'000});
  Ranges ranges(shape, true);
  std::int64_t size = 0;
  for (int i = 0; i < 10; ++i) {
    const Range range = *ranges.Next();
    ranges.Took(range, time);
    size = BlocksOf(range);
  }
  return size;
}

TEST(Ranges, HaveALargestAndASmallestSize) {
  EXPECT_EQ(SizeInTheEnd(milliseconds(0)), 1'048'576);
  EXPECT_EQ(SizeInTheEnd(std::chrono::hours(1)), 256);
}

TEST(Ranges, AreNotMisledByAPartWithoutBlocks) {
  const RelationShape shape = Of({0, 100'000});
  Ranges ranges(shape, true);
  ranges.Took(*ranges.Next(), milliseconds(1));
  EXPECT_GE(BlocksOf(*ranges.Next()), 256);
}

}  // namespace
}  // namespace gonogo
