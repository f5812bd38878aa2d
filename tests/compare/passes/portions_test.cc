// Tests that portions cover all relations exactly once.
#include "compare/passes/portions.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

using std::chrono::milliseconds;

RelationShape Of(const std::vector<std::int64_t>& blocks) {
  RelationShape shape{.name = {"public", "t"}, .quoted = "public.t"};
  for (const std::int64_t some : blocks) {
    shape.parts.push_back({.from = "ONLY public.t", .blocks = some});
  }
  return shape;
}

std::vector<Portion> AllOf(const std::vector<RelationShape>& relations, bool by_block,
                           std::size_t threads = 1) {
  std::vector<const RelationShape*> shapes;
  for (const RelationShape& relation : relations) shapes.push_back(&relation);
  Portions portions(shapes, by_block, threads);
  std::vector<Portion> all;
  for (Portion portion = portions.Next(); !portion.empty(); portion = portions.Next()) {
    all.push_back(portion);
  }
  return all;
}

std::vector<std::size_t> SizesOf(const std::vector<Portion>& portions) {
  std::vector<std::size_t> sizes;
  for (const Portion& portion : portions) sizes.push_back(portion.size());
  return sizes;
}

std::vector<std::string> ConditionsOf(const std::vector<Portion>& portions) {
  std::vector<std::string> conditions;
  for (const Portion& portion : portions) {
    for (const Range& range : portion) conditions.push_back(range.condition);
  }
  return conditions;
}

std::int64_t BlocksOf(const Portion& portion) {
  return portion.front().end - portion.front().first;
}

std::string From(std::int64_t block) {
  return "ctid OPERATOR(pg_catalog.>=) '(" + std::to_string(block) + ",0)'::tid";
}

std::string FromTo(std::int64_t first, std::int64_t end) {
  return From(first) + " AND ctid OPERATOR(pg_catalog.<) '(" + std::to_string(end) + ",0)'::tid";
}

TEST(Portions, HandOutEveryBlockOfEveryPartOnce) {
  const std::vector<RelationShape> relations = {Of({0, 1, 4'096, 4'097, 50'000}), Of({}),
                                                Of({7, 90'000})};
  for (const std::size_t threads : {1U, 2U, 8U}) {
    std::vector<std::vector<std::int64_t>> read = {{0, 0, 0, 0, 0}, {}, {0, 0}};
    std::size_t ranges = 0;
    for (const Portion& portion : AllOf(relations, true, threads)) {
      for (const Range& range : portion) {
        EXPECT_EQ(range.first, read[range.relation][range.part]);
        read[range.relation][range.part] = range.end;
        ++ranges;
      }
    }
    EXPECT_EQ(read, (std::vector<std::vector<std::int64_t>>{
                        {0, 1, 4'096, 4'097, 50'000}, {}, {7, 90'000}}));
    EXPECT_GT(ranges, 7U);
  }
}

TEST(Portions, LeaveTheEndOfAPartOpen) {
  EXPECT_EQ(ConditionsOf(AllOf({Of({10'000})}, true)),
            (std::vector<std::string>{FromTo(0, 4'096), FromTo(4'096, 8'192), From(8'192)}));
}

TEST(Portions, NeedNoConditionForAPartThatFitsIntoOne) {
  EXPECT_EQ(ConditionsOf(AllOf({Of({4'096, 7})}, true)), (std::vector<std::string>{"", ""}));
}

TEST(Portions, AreWholePartsIfTheServerCannotFindBlocks) {
  const auto portions = AllOf({Of({1'000'000, 7})}, false);
  EXPECT_EQ(ConditionsOf(portions), (std::vector<std::string>{"", ""}));
  EXPECT_EQ(BlocksOf(portions.at(0)), 1'000'000);
}

TEST(Portions, ReadATableThatWasEmptyWhenItWasMeasured) {
  EXPECT_EQ(ConditionsOf(AllOf({Of({0})}, true)), std::vector<std::string>{""});
}

TEST(Portions, AreNoneIfThereIsNoPart) {
  EXPECT_TRUE(AllOf({}, true).empty());
  EXPECT_TRUE(AllOf({Of({}), Of({})}, true).empty());
}

TEST(Portions, HaveSmallPartsInCommon) {
  const std::vector<RelationShape> small(250, Of({2}));
  EXPECT_EQ(SizesOf(AllOf(small, true)), (std::vector<std::size_t>{100, 100, 50}));
  EXPECT_EQ(SizesOf(AllOf(small, false)), (std::vector<std::size_t>{100, 100, 50}));
}

TEST(Portions, HaveNoMorePartsInCommonThanAMomentReads) {
  const std::vector<RelationShape> relations(10, Of({500}));
  EXPECT_EQ(SizesOf(AllOf(relations, true)), (std::vector<std::size_t>{4, 4, 2}));
}

TEST(Portions, HaveALargePartForThemselves) {
  EXPECT_EQ(SizesOf(AllOf({Of({2}), Of({9'000}), Of({2})}, false)),
            (std::vector<std::size_t>{1, 1, 1}));
}

// Returns the size of the portion after one of 4096 blocks that took so many milliseconds.
std::int64_t SizeAfter(milliseconds time) {
  const RelationShape shape = Of({100'000'000});
  Portions portions({&shape}, true, 1);
  portions.Took(portions.Next(), time);
  return BlocksOf(portions.Next());
}

TEST(Portions, HaveASizeByTheTimeThatTheLastOneTook) {
  EXPECT_NEAR(static_cast<double>(SizeAfter(Portions::kLongestTime)), 4'096, 16);
  EXPECT_NEAR(static_cast<double>(SizeAfter(2 * Portions::kLongestTime)), 2'048, 16);
  EXPECT_NEAR(static_cast<double>(SizeAfter(Portions::kLongestTime / 2)), 8'192, 16);
}

TEST(Portions, ChangeAtMostFourfoldInOneStep) {
  EXPECT_EQ(SizeAfter(milliseconds(0)), 16'384);
  EXPECT_EQ(SizeAfter(1'000 * Portions::kLongestTime), 1'024);
}

// Returns the size after many portions that took `time` each.
std::int64_t SizeInTheEnd(milliseconds time) {
  const RelationShape shape = Of({100'000'000});
  Portions portions({&shape}, true, 1);
  std::int64_t size = 0;
  for (int i = 0; i < 10; ++i) {
    const Portion portion = portions.Next();
    portions.Took(portion, time);
    size = BlocksOf(portion);
  }
  return size;
}

TEST(Portions, HaveALargestAndASmallestSize) {
  EXPECT_EQ(SizeInTheEnd(milliseconds(0)), 1'048'576);
  EXPECT_EQ(SizeInTheEnd(std::chrono::hours(1)), 256);
}

TEST(Portions, AreNotMisledByAPartWithoutBlocks) {
  const RelationShape shape = Of({0, 100'000});
  Portions portions({&shape}, true, 1);
  portions.Took(portions.Next(), milliseconds(1));
  EXPECT_GE(BlocksOf(portions.Next()), 256);
}

// A block of short rows with long values takes as long as all the blocks that have the values.
TEST(Portions, AreShortWhereValuesAreLong) {
  RelationShape shape = Of({1'000});
  shape.parts.front().toast_blocks = 1'000'000;
  EXPECT_EQ(BlocksOf(AllOf({shape}, true).front()), 4);
  shape.parts.front().toast_blocks = 1'000'000'000;
  EXPECT_EQ(BlocksOf(AllOf({shape}, true).front()), 1);
}

// The last portions are short, so that one thread doesn't read for long when the others have ended.
TEST(Portions, GetSmallerTowardsTheEnd) {
  const auto portions = AllOf({Of({16'000})}, true, 2);
  EXPECT_EQ(BlocksOf(portions.at(0)), 4'002);
  EXPECT_EQ(BlocksOf(portions.at(1)), 2'999);
  EXPECT_LE(BlocksOf(portions.back()), 1'024);
}

// Each statement also costs what doesn't depend on its rows.
TEST(Portions, DoNotGetSoSmallThatAStatementTakesNoTime) {
  const RelationShape relation = Of({40'000});
  Portions portions({&relation}, true, 2);
  portions.Took(portions.Next(), milliseconds(100));
  portions.Took(portions.Next(), milliseconds(400));
  std::vector<std::int64_t> sizes;
  for (Portion portion = portions.Next(); !portion.empty(); portion = portions.Next()) {
    sizes.push_back(BlocksOf(portion));
  }
  EXPECT_EQ(sizes, (std::vector<std::int64_t>{6'730, 5'615, 5'615, 5'615, 3'353}));
}

}  // namespace
}  // namespace gonogo
