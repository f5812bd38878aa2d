// The descriptions of two made-up gates in each format, against golden files.
#include "reporters/pages/gates_page.h"

#include <gtest/gtest.h>

#include "gates/gate_table.h"
#include "tests/golden/golden.h"

namespace gonogo {
namespace {

// A gate with every property that a parameter can have, and one without parameters.
std::vector<Gate> TwoGates() {
  return {{.name = "row_count",
           .family = "contents",
           .summary = "As many rows on both sides.",
           .meaning = "Rows were lost.",
           .remedy = "Copy them again.",
           .phases = {Phase::kVerify, Phase::kGate},
           .parameters =
               {TextParameter("table", "where to look").Required(),
                TextParameter("method", "how to count").Default("exact").OneOf({"exact", "fast"}),
                ObjectMapParameter("by_relation", "what holds for one relation instead",
                                   {IntegerParameter("tolerance", "in rows")})
                    .DefaultEmpty()},
           .subjects = nullptr,
           .run = nullptr},
          {.name = "right_database",
           .family = "servers",
           .summary = "Each side is the one that is meant.",
           .meaning = "Another database is judged.",
           .remedy = "Correct the URL.",
           .phases = {Phase::kPreflight},
           .parameters = {},
           .subjects = nullptr,
           .run = nullptr,
           .needs = Needs::kNothing}};
}

std::vector<Hazard> TwoHazards() {
  return {{.what = "Rows are lost", .gates = {"row_count", "row_checksum"}, .unseen = ""},
          {.what = "There is no backup", .gates = {}, .unseen = "No query can tell."}};
}

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

TEST(GatesPage, IsAPageOfDocumentation) {
  ExpectGolden("gates.md", GatesMarkdown(TwoGates(), TwoHazards()));
}

}  // namespace
}  // namespace gonogo
