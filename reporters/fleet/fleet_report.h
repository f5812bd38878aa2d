// Everything that the reports on a fleet show. Each report is a pure function of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/fleet/fleet.h"
#include "core/fleet/fleet_verdict.h"

namespace gonogo {

struct FleetReport {
  const FleetRecord& record;
  const FleetVerdict& verdict;        // on that record
  std::vector<std::string> doubts{};  // why no verdict stands; then `verdict` only counts
  std::string finished{};             // UTC; "" if it didn't end
  std::string folder{};               // of the evidence
};

// Returns what was decided. Undecided: also if no verdict stands.
Decision DecisionOf(const FleetReport& report);

// Returns "GO", "NO-GO", "GO for 2 of 300 databases" or "NO VERDICT".
std::string HeadlineOf(const FleetReport& report);

// Returns "297 databases GO, 1 NO-GO, 2 not judged".
std::string CountsOf(const FleetVerdict& verdict);

// Returns the databases that aren't GO first, NO-GO before those that couldn't be judged.
std::vector<const DatabaseVerdict*> WorstFirst(const FleetVerdict& verdict);

// Returns why a database isn't GO, in one line; "" if it is.
std::string ReasonOf(const DatabaseVerdict& one);

// Returns the command that gates the databases again that aren't GO, or "" if there are none.
std::string CommandThatRunsAgain(const FleetReport& report);

// Returns the folder of a database's own evidence, relative to the fleet's.
std::string FolderOf(const std::string& database);

}  // namespace gonogo
