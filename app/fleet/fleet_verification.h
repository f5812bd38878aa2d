// Verifies the evidence of a fleet, without servers, plan or network.
#pragma once

#include <filesystem>
#include <string>

#include "app/proof/checklist.h"
#include "app/proof/verification.h"
#include "core/fleet/fleet.h"
#include "core/fleet/fleet_verdict.h"

namespace gonogo {

struct FleetVerification {
  Checklist list;  // what was checked and what couldn't be
  // What was checked, as far as it could be read.
  FleetRecord record{};
};

// Returns whether the folder has the evidence of a fleet.
bool IsFleetFolder(const std::filesystem::path& folder);

// Verifies each database's evidence, that the fleet's lines are of it, that no database is missing
// or more, and that the fleet's verdict follows. The fleet's signatures cover all of it.
FleetVerification VerifyFleet(const std::filesystem::path& folder, const VerifyRequest& request);

}  // namespace gonogo
