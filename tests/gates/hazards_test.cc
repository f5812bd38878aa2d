// Tests that each hazard has a gate with a failing case, or a reason why no query can detect it.
#include "gates/hazards.h"

#include <gtest/gtest.h>

#include <set>

#include "gates/cases/gate_case.h"
#include "gates/gate_table.h"

namespace gonogo {
namespace {

std::set<std::string> GatesWithAFailingCase() {
  std::set<std::string> gates;
  for (const auto& folder : CaseFolders(GONOGO_SOURCE_DIR "/tests/cases")) {
    const auto gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    if (gate_case.kind == "must-fail") gates.insert(gate_case.gate);
  }
  return gates;
}

TEST(Hazards, EachHasAGateThatDetectsItOrAReasonWhyNot) {
  const std::set<std::string> failing = GatesWithAFailingCase();
  ASSERT_FALSE(AllHazards().empty());
  for (const Hazard& hazard : AllHazards()) {
    EXPECT_NE(hazard.gates.empty(), hazard.unseen.empty()) << hazard.what;
    for (const std::string& gate : hazard.gates) {
      EXPECT_TRUE(failing.contains(gate)) << hazard.what << ": " << gate;
    }
  }
}

TEST(Hazards, AreAllDifferent) {
  std::set<std::string> hazards;
  for (const Hazard& hazard : AllHazards()) hazards.insert(hazard.what);
  EXPECT_EQ(hazards.size(), AllHazards().size());
}

TEST(Hazards, EachGateThatExaminesADatabaseDetectsOne) {
  // These gates check rules of the plan, or examine something other than the databases.
  std::set<std::string> covered = {"inventory",
                                   "creation_order",
                                   "state_store_keys",
                                   "least_privilege",
                                   "encrypted_columns",
                                   "migration_safety",
                                   "http",
                                   "http_health",
                                   "alerts",
                                   "monitoring",
                                   "redis",
                                   "chain_rpc",
                                   "slo",
                                   "rehearsal_evidence",
                                   "snapshot_kept",
                                   "flags",
                                   "no_rows",
                                   "scalar",
                                   "same_answers",
                                   "command",
                                   "column_absent",
                                   "column_type",
                                   "not_null",
                                   "primary_key",
                                   "foreign_keys",
                                   "required_indexes",
                                   "trigger_enabled",
                                   "log_entry",
                                   "other_sessions",
                                   "signoff",
                                   "constraint_probe"};
  for (const Hazard& hazard : AllHazards())
    covered.insert(hazard.gates.begin(), hazard.gates.end());
  for (const Gate& gate : AllGates()) EXPECT_TRUE(covered.contains(gate.name)) << gate.name;
}

}  // namespace
}  // namespace gonogo
