// Two made-up gates and two hazards, for the golden files about gates.
#pragma once

#include <vector>

#include "core/plan/gate.h"
#include "core/plan/hazard.h"

namespace gonogo {

// A gate with every property that a parameter can have, and one without parameters.
inline std::vector<Gate> TwoGates() {
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

inline std::vector<Hazard> TwoHazards() {
  return {{.what = "Rows are lost", .gates = {"row_count", "row_checksum"}, .unseen = ""},
          {.what = "There is no backup", .gates = {}, .unseen = "No query can tell."}};
}

}  // namespace gonogo
