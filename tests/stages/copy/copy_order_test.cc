// The order in which relations are copied.
#include "stages/copy/copy_order.h"

#include <gtest/gtest.h>

#include "core/text/text.h"
#include "stages/copy/unit_queue.h"

namespace gonogo {
namespace {

using std::chrono::milliseconds;

Reference From(std::optional<std::size_t> child, std::size_t parent,
               const std::string& name = "k") {
  return {.child = child,
          .parent = parent,
          .on_child = child ? "t" + std::to_string(*child) : "other",
          .name = name};
}

// Returns the units as "0 1 after 2; 2".
std::string Describe(const std::vector<Unit>& units) {
  std::vector<std::string> words;
  for (const Unit& unit : units) {
    std::vector<std::string> numbers;
    for (const std::size_t relation : unit.relations) numbers.push_back(std::to_string(relation));
    if (!unit.after.empty()) numbers.emplace_back("after");
    for (const std::size_t before : unit.after) numbers.push_back("#" + std::to_string(before));
    words.push_back(Join(numbers, " "));
  }
  return Join(words, "; ");
}

TEST(CopyOrder, PutsChildrenAfterTheirParents) {
  EXPECT_EQ(Describe(UnitsOf(3, {From(0, 2), From(2, 1)})), "0 after #2; 1; 2 after #1");
}

TEST(CopyOrder, IgnoresReferencesToTheSameRelation) {
  const auto units = UnitsOf(1, {From(0, 0)});
  EXPECT_EQ(Describe(units), "0");
  EXPECT_TRUE(units[0].inner.empty());
  EXPECT_TRUE(units[0].referrers.empty());
}

TEST(CopyOrder, PutsOnlyCyclesIntoOneUnit) {
  const auto units = UnitsOf(
      6, {From(0, 2), From(2, 4), From(4, 0), From(4, 4, "self"), From(1, 2), From(4, 3, "out")});
  EXPECT_EQ(Describe(units), "0 2 4 after #2; 1 after #0; 3; 5");
  std::vector<std::string> inner;
  for (const Reference& key : units[0].inner) inner.push_back(key.on_child + "." + key.name);
  EXPECT_EQ(Join(inner, " "), "t0.k t2.k t4.k");
  EXPECT_EQ(Join(units[0].referrers, " "), "t1");
  EXPECT_EQ(Join(units[2].referrers, " "), "t4");
}

TEST(CopyOrder, ListsTablesThatReferenceFromOutside) {
  const auto units = UnitsOf(1, {From({}, 0), From({}, 0, "another")});
  EXPECT_EQ(Describe(units), "0");
  EXPECT_EQ(Join(units[0].referrers, " "), "other");
}

TEST(UnitQueue, HandsOutTheLargestThatIsReady) {
  const auto units = UnitsOf(4, {From(3, 0)});
  UnitQueue queue(units, {1, 5, 7, 100}, {});
  EXPECT_EQ(queue.Next(milliseconds(0)), 2U);
  EXPECT_EQ(queue.Next(milliseconds(0)), 1U);
  EXPECT_EQ(queue.Next(milliseconds(0)), 0U);
  EXPECT_EQ(queue.Next(milliseconds(0)), std::nullopt);
  EXPECT_FALSE(queue.HasEnded());
  queue.Done(0);
  EXPECT_EQ(queue.Next(milliseconds(0)), 3U);
  EXPECT_TRUE(queue.HasEnded());
}

TEST(UnitQueue, LeavesOutUnitsThatAreDone) {
  const auto units = UnitsOf(2, {From(1, 0)});
  UnitQueue queue(units, {1, 1}, {0});
  EXPECT_EQ(queue.Next(milliseconds(0)), 1U);
  EXPECT_EQ(queue.Next(milliseconds(0)), std::nullopt);
}

TEST(UnitQueue, EndsWhenItIsStopped) {
  const auto units = UnitsOf(2, {});
  UnitQueue queue(units, {1, 1}, {});
  queue.Stop();
  EXPECT_EQ(queue.Next(milliseconds(60'000)), std::nullopt);
  EXPECT_TRUE(queue.HasEnded());
}

}  // namespace
}  // namespace gonogo
