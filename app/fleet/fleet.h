// gonogo run --fleet: gates the databases of a file under one plan, with one verdict.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/context/plan_options.h"
#include "app/run/run_options.h"

namespace gonogo {

struct FleetOptions {
  std::string file;                    // "": no fleet
  std::vector<std::string> databases;  // names; empty: all
  std::size_t at_once = 4;

  void AddTo(CLI::App& command);
};

// Runs the checks of each database, and judges them as one. Returns the exit status. Throws
// PlanError before any server is asked, and Interrupted after a signal; what was seen is kept then,
// without a verdict.
int RunFleet(const PlanOptions& plan, const FleetOptions& fleet, const RunOptions& options);

}  // namespace gonogo
