// Ends a run, whether it ran in this process or was merged: judges, writes and prints.
#pragma once

#include "app/run/evidence_folder.h"
#include "app/run/run_options.h"
#include "core/record/evidence.h"

namespace gonogo {

// Writes the verdict and the runbook's files into the folder, prints the verdict, and returns its
// exit status.
int Conclude(const Evidence& evidence, EvidenceFolder& folder, const RunOptions& options);

}  // namespace gonogo
