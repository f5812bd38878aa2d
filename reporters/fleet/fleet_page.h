// report.html of a fleet: a row for each database, which leads to its own report.
#pragma once

#include <string>

#include "reporters/fleet/fleet_report.h"

namespace gonogo {

// Returns the page. Like that of a run it is one file, which loads nothing.
std::string FleetPage(const FleetReport& report);

}  // namespace gonogo
