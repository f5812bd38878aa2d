// What prevents the GO of a fleet, as annotations of a job in GitHub Actions.
#pragma once

#include <string>

#include "reporters/fleet/fleet_report.h"

namespace gonogo {

// Returns an annotation for each database that isn't GO and for each reason of the fleet, at most
// ten; "" if it is GO.
std::string FleetAnnotations(const FleetReport& report);

}  // namespace gonogo
