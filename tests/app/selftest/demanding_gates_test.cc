// Which gates are rightly red beside others.
#include "app/selftest/demanding_gates.h"

#include <gtest/gtest.h>

#include "gates/gate_table.h"

namespace gonogo {
namespace {

TEST(DemandingGates, AreRedBesideThoseThatLookAtTheSameObjects) {
  Damage damage{.gate = "constraints", .also = {"row_count"}};
  AddDemandingGates(damage);
  EXPECT_TRUE(damage.also.contains("primary_key")) << "of the gate that claims the damage";
  EXPECT_TRUE(damage.also.contains("log_entry")) << "of a gate that is red beside it";
  EXPECT_TRUE(damage.also.contains("row_count"));
  EXPECT_FALSE(damage.also.contains("trigger_enabled"));
  EXPECT_FALSE(damage.also.contains("capacity"));
}

TEST(DemandingGates, StayGreenBesideHarmlessChanges) {
  Damage harmless{.kind = "index rebuilt"};
  AddDemandingGates(harmless);
  EXPECT_TRUE(harmless.also.empty());
}

// A misspelt name would be red beside nothing.
TEST(DemandingGates, AreGates) {
  std::set<std::string> gates;
  for (const Gate& gate : BuiltInGates()) gates.insert(gate.name);
  for (const std::string& gate : gates) {
    Damage damage{.gate = gate};
    AddDemandingGates(damage);
    for (const std::string& also : damage.also) EXPECT_TRUE(gates.contains(also)) << also;
  }
}

}  // namespace
}  // namespace gonogo
