// Which checks of a plan look at a relation, and what they find out about its rows.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/plan/gate.h"

namespace gonogo {

struct Coverage {
  RowsSeen rows = RowsSeen::kNone;
  std::vector<std::string> checks{};  // sorted
};

// Returns what required checks, other than inventories, find out about each relation, by its name.
std::map<std::string, Coverage> CoverageOf(const Plan& plan);

// Returns a line for each way of looking at rows that sees less than all of them, with the tables
// at which no check looks more closely.
std::vector<std::string> WeakCoverage(const std::map<std::string, Coverage>& coverage,
                                      const std::set<std::string>& tables);

}  // namespace gonogo
