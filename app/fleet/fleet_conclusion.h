// Ends a fleet, whether it ran in this process or on several machines: judges, writes and prints.
#pragma once

#include <string>

#include "app/run/evidence_folder.h"
#include "app/run/run_options.h"
#include "core/fleet/fleet.h"
#include "core/fleet/fleet_verdict.h"

namespace gonogo {

// Writes verdict.json, the reports and SHA256SUMS into the folder, which has the lines of the
// record already and the databases' own evidence below it; signs if the options say so; prints the
// verdict, and returns its exit status: that of one run with this decision.
int ConcludeFleet(FleetRecord record, EvidenceFolder& folder, const RunOptions& options);

// Throws PlanError if the text of a verdict.json isn't what follows from the record.
void RequireOwnFleetVerdict(const FleetRecord& record, const FleetVerdict& verdict,
                            const std::string& text);

}  // namespace gonogo
