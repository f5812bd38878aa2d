// Sorts tables by their foreign keys.
#include "core/plan/source_schema.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

SourceTable Table(const std::string& name, const std::vector<std::string>& refers_to) {
  SourceTable table{.name = {"public", name}, .is_foreign = false, .key = {}, .refers_to = {}};
  for (const std::string& other : refers_to) table.refers_to.push_back({"public", other});
  return table;
}

std::string Order(const std::vector<SourceTable>& tables) {
  std::string names;
  for (const SourceTable& table : InReferenceOrder(tables)) names += table.name.name;
  return names;
}

TEST(InReferenceOrder, IsByNameWithoutReferences) {
  EXPECT_EQ(Order({Table("b", {}), Table("a", {}), Table("c", {})}), "abc");
}

TEST(InReferenceOrder, PutsATableAfterTheTablesThatItReferences) {
  EXPECT_EQ(Order({Table("a", {"c"}), Table("b", {}), Table("c", {"b"})}), "bca");
}

TEST(InReferenceOrder, IgnoresReferencesToOtherTables) {
  EXPECT_EQ(Order({Table("a", {"elsewhere"})}), "a");
}

TEST(InReferenceOrder, StartsACycleWithTheFirstName) {
  EXPECT_EQ(Order({Table("b", {"a"}), Table("a", {"b"}), Table("c", {"a"})}), "abc");
}

}  // namespace
}  // namespace gonogo
