// The proof files of the runbook: the row counts of each side, their difference, and the keys of
// the state store.
#pragma once

#include <map>
#include <string>

#include "core/record/evidence.h"

namespace gonogo {

// Returns the files' texts by name. The runbook defines the names:
// - phase verify: src-rowcounts-, tgt-rowcounts-, rowcount-diff-, tgt-state-store-,
// - phase gate: src-method-, tgt-method-, method-diff-, state-store-gate-,
// each followed by the start time of the run. A diff is empty if the sides agree. Returns no file
// for what the run didn't measure.
std::map<std::string, std::string> RunbookArtifacts(const Evidence& evidence);

}  // namespace gonogo
