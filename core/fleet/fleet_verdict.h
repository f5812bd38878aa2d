// The verdict on a fleet: a pure function of its record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fleet/fleet.h"

namespace gonogo {

// A database in the verdict.
struct DatabaseVerdict {
  std::string database;
  Decision decision = Decision::kUndecided;
  std::string text;                        // "GO", "NO-GO", "NO-GO (not reached)"
  std::vector<std::string> reasons{};      // why it isn't GO
  const DatabaseResult* result = nullptr;  // in the record; null if it didn't run
};

struct FleetVerdict {
  Decision decision = Decision::kUndecided;
  std::string text;                        // "GO", "NO-GO", "GO for 2 of 300 databases"
  bool partial = false;                    // not all databases, or not all checks
  bool rehearsal = false;                  // a database is of a throw-away pair
  std::vector<DatabaseVerdict> databases;  // in the order of the fleet's file
  std::vector<std::string> fleet_reasons;  // that aren't about one database
  std::vector<std::string> remarks;
  std::int64_t go = 0;
  std::int64_t no_go = 0;
  std::int64_t undecided = 0;  // not run, not reached, no verdict, or errors

  // Returns why it isn't GO: a line for each database and each reason of the fleet.
  std::vector<std::string> Reasons() const;
};

// Returns
// - GO if every database of the record is GO by its own evidence, which is of this plan, these
//   phases and checks, and of a run that began after the fleet's and ended with status 0, and no
//   two databases have the same evidence, or the same target unless the fleet's file says so,
// - NO-GO if one is NO-GO, two have the same target, or one ran twice or isn't the fleet's,
// - otherwise undecided: one couldn't be reached, left no verdict that stands, or didn't run.
// `record` must live as long as what is returned.
FleetVerdict JudgeFleet(const FleetRecord& record);

}  // namespace gonogo
