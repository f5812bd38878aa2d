// verdict.json of a fleet.
#pragma once

#include <string>

#include "core/fleet/fleet.h"
#include "core/fleet/fleet_verdict.h"
#include "core/json/json.h"

namespace gonogo {

// Returns the verdict with members that mean the same as in verdict.json of one run, and a line for
// each database. `finished`: UTC.
Json FleetVerdictJson(const FleetRecord& record, const FleetVerdict& verdict, int exit_status,
                      const std::string& finished);

}  // namespace gonogo
