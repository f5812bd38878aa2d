// The files that the runbook files as proof: row counts of each side and how they differ, and what
// the state store holds.
#pragma once

#include <map>
#include <string>

#include "core/record/evidence.h"

namespace gonogo {

// Their texts by their names, which the runbook gives. Of a run that looked at phase verify:
// src-rowcounts-, tgt-rowcounts-, rowcount-diff-, tgt-state-store-; at phase gate: src-method-,
// tgt-method-, method-diff-, state-store-gate-; each with the time at which the run began. A diff
// is empty where the sides agree. Nothing where the run measured no such thing.
std::map<std::string, std::string> RunbookArtifacts(const Evidence& evidence);

}  // namespace gonogo
