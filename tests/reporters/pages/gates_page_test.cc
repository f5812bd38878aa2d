// The descriptions of two made-up gates in each format, against golden files.
#include "reporters/pages/gates_page.h"

#include <gtest/gtest.h>

#include "gates/gate_table.h"
#include "tests/golden/golden.h"
#include "tests/golden/two_gates.h"

namespace gonogo {
namespace {

TEST(GatesPage, ListsTheGatesOfEachFamily) { ExpectGolden("gates.txt", GatesText(TwoGates())); }

TEST(GatesPage, DescribesOneGateWithItsParameters) {
  ExpectGolden("gate.txt", GateText(TwoGates()[0]));
}

TEST(GatesPage, SaysThatAGateHasNoParameters) {
  EXPECT_EQ(GateText(TwoGates()[1]),
            "right_database: Each side is the one that is meant.\n"
            "a finding means: Another database is judged.\n"
            "what to do: Correct the URL.\n"
            "default phases: preflight\n"
            "role: none, because it doesn't use a database\nno parameters\n");
}

TEST(GatesPage, DescribesEveryFamily) {
  for (const Gate& gate : AllGates()) EXPECT_NE(FamilyDescription(gate.family), "") << gate.family;
}

TEST(GatesPage, IsJson) { ExpectGolden("gates.json", GatesJson(TwoGates())); }

}  // namespace
}  // namespace gonogo
