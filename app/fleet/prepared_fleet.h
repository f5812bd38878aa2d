// A fleet that can be run: the plan, read in the environment of each database.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/context/plan_options.h"
#include "app/fleet/fleet_file.h"
#include "app/run/run_options.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

// A database whose variables are complete.
struct PreparedDatabase {
  FleetMember member;
  Environment own;          // from its row and its env file; may be secrets
  Environment environment;  // of the process that gates it
};

struct PreparedFleet {
  std::string file;       // as given
  Plan plan;              // the same for all
  std::int64_t rows = 0;  // databases in the file
  std::vector<PreparedDatabase> databases;
};

// Prepares the databases of those names, or all if there is none, in the order of the file. A
// database has its own folder of a migration, databases/NAME below the plan's: what somebody signed
// or waived for one isn't for another. Throws PlanError that names each database and what to do if
// - one of the names is unknown,
// - a column is no variable that the plan names,
// - a variable is in the row and in its env file,
// - a database doesn't name its own source and target,
// - the plan isn't valid in its environment, or names other files there,
// - two databases have the same target by their URLs, and the file doesn't say so.
PreparedFleet PrepareFleet(const Fleet& fleet, const PlanOptions& options,
                           const std::vector<std::string>& names);

// Returns the header of a run of the fleet that begins now.
FleetHeader FleetHeaderOf(const PreparedFleet& fleet, const RunOptions& options);

}  // namespace gonogo
