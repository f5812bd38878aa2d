// The kinds of damage that there are beside the databases.
#include "app/selftest/surrounding_kinds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "gates/gate_table.h"

namespace gonogo::testing_support {
namespace {

TEST(SurroundingKinds, HaveNamesOfTheirOwnAndGatesThatAreThere) {
  std::set<std::string> gates;
  for (const Gate& gate : BuiltInGates()) gates.insert(gate.name);
  std::set<std::string> names;
  for (const DamageKind& kind : SurroundingKinds()) {
    const Damage& damage = kind.first();
    EXPECT_TRUE(names.insert(damage.kind).second) << damage.kind << " is there twice";
    EXPECT_TRUE(damage.IsHarmless() || gates.contains(damage.gate)) << damage.kind;
    EXPECT_EQ(damage.IsHarmless(), damage.finding.empty()) << damage.kind;
    for (const std::string& gate : damage.also) EXPECT_TRUE(gates.contains(gate)) << damage.kind;
    EXPECT_FALSE(damage.plant.empty()) << damage.kind;
  }
}

// Files need no query, because their digest shows that they are damaged.
TEST(SurroundingKinds, ProveThatTheyArePlanted) {
  for (const DamageKind& kind : SurroundingKinds()) {
    const Damage& damage = kind.first();
    EXPECT_EQ(damage.looks.empty(), damage.medium == Medium::kFiles) << damage.kind;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
