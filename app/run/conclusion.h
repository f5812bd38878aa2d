// The end of a run, whether it ran here or was merged: judged, written, shown.
#pragma once

#include "app/run/evidence_folder.h"
#include "app/run/run.h"
#include "core/record/evidence.h"

namespace gonogo {

// Writes the verdict into the folder, prints it as `options` say, and returns its exit status.
int Conclude(const Evidence& evidence, EvidenceFolder& folder, const RunOptions& options);

}  // namespace gonogo
