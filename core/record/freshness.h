// Whether results of a run still count, and whether they are of the state that they must be of.
#pragma once

#include <string>

#include "core/record/evidence.h"

namespace gonogo {

// Returns when the results of the run were put together, or its last case ended: UTC.
std::string EndOf(const Evidence& evidence);

// Returns until when all results count that have a max_age: UTC. "": none has one.
std::string CountsUntil(const Evidence& evidence);

// Returns whether the order is to be judged: a run of selected checks may lack the first one.
bool IsKnown(const FirstCheck& after, const RunHeader& run);

// Returns when the first check passed, in this run or in an earlier one of the stage, or "" if it
// hasn't: UTC.
std::string PassedAt(const FirstCheck& after, const Evidence& evidence);

// Returns why a result that is of the state from `sees` on doesn't count, or "". `passed`: as
// PassedAt returns it.
std::string WhyTooEarly(const FirstCheck& after, const std::string& passed,
                        const std::string& sees);

// Makes the cases NOT RUN that passed, but began longer than their check's max_age before the run's
// end, or whose check comes after another one that passed only later. A case that failed still
// fails.
void ExpireResults(Evidence& evidence);

}  // namespace gonogo
