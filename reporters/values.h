// What a pipeline takes from a run: one line KEY=value each.
#pragma once

#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns run_id, blockers (causes that make it NO-GO), errors (causes that could not be told),
// evidence and report (paths), and digest (sha256 of what decides). Leaves the verdict out: in a
// pipeline it follows from the exit status of the run.
std::string RunValues(const RunReport& report);

}  // namespace gonogo
