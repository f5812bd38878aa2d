// Two made-up gates as they describe themselves, in each format, against golden files.
#include "reporters/pages/gates_page.h"

#include <gtest/gtest.h>

#include "tests/golden/golden.h"

namespace gonogo {
namespace {

// A gate with every property that a parameter can have, and one without parameters.
std::vector<Gate> TwoGates() {
  return {{.name = "row_count",
           .summary = "As many rows on both sides.",
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
           .summary = "Each side is the one that is meant.",
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

TEST(GateCatalogue, ListsAGateALine) { ExpectGolden("gates.txt", GatesText(TwoGates())); }

TEST(GateCatalogue, DescribesOneGateWithItsParameters) {
  ExpectGolden("gate.txt", GateText(TwoGates()[0]));
}

TEST(GateCatalogue, SaysThatAGateHasNoParameters) {
  EXPECT_EQ(GateText(TwoGates()[1]),
            "right_database: Each side is the one that is meant.\n"
            "phases, where a check names none: preflight\n"
            "role: none: it asks no database\nno parameters\n");
}

TEST(GateCatalogue, IsJson) { ExpectGolden("gates.json", GatesJson(TwoGates())); }

TEST(GateCatalogue, IsAPageOfDocumentation) {
  ExpectGolden("gates.md", GatesMarkdown(TwoGates(), TwoHazards()));
}

}  // namespace
}  // namespace gonogo
