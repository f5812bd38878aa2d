// Suggests a near name, or lists the known names if none is near.
#include "core/text/suggestion.h"

#include <gtest/gtest.h>

#include <vector>

namespace gonogo {
namespace {

const std::vector<std::string> kGates = {"row_count", "enum_order", "inventory"};

TEST(Suggestion, IsTheWordOneTypoAway) {
  EXPECT_EQ(Suggestion("row_cuont", kGates), "; did you mean \"row_count\"?");
  EXPECT_EQ(Suggestion("rowcount", kGates), "; did you mean \"row_count\"?");
  EXPECT_EQ(Suggestion("row_counts", kGates), "; did you mean \"row_count\"?");
  EXPECT_EQ(Suggestion("imventory", kGates), "; did you mean \"inventory\"?");
}

TEST(Suggestion, IsTheNearestOfSeveral) {
  const std::vector<std::string> known = {"source", "sources", "resource"};
  EXPECT_EQ(Suggestion("sourcess", known), "; did you mean \"sources\"?");
}

// Two swaps are two edits. Without swaps they would be four, too many for six letters.
TEST(Suggestion, CountsASwapOfNeighboursAsOneEdit) {
  const std::vector<std::string> known = {"abcdef"};
  EXPECT_EQ(Suggestion("badcef", known), "; did you mean \"abcdef\"?");
}

TEST(Suggestion, ListsTheKnownWordsIfNoneIsNear) {
  EXPECT_EQ(Suggestion("foreign_keys", kGates), "; known: row_count, enum_order, inventory");
  EXPECT_EQ(Suggestion("", kGates), "; known: row_count, enum_order, inventory");
}

TEST(Suggestion, IsEmptyIfNothingIsKnown) {
  EXPECT_EQ(Suggestion("row_count", std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace gonogo
