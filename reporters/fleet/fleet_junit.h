// Writes JUnit's XML of a fleet.
#pragma once

#include <string>

#include "reporters/fleet/fleet_report.h"

namespace gonogo {

// A test for each database of the fleet: one that is NO-GO is a failure, one that couldn't be
// judged an error. The test "the fleet as a whole" is an error if no test is red, but the fleet
// isn't GO. The cases of a database are in its own JUnit file.
std::string FleetJunitXml(const FleetReport& report);

}  // namespace gonogo
