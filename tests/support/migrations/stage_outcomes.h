// How the stages of a ledger ended, for tests that compare whole runbooks.
#pragma once

#include <string>
#include <vector>

#include "core/record/ledger.h"

namespace gonogo::testing_support {

// Returns "gate NO-GO" and the like, one for each run of a stage that ended, in order.
std::vector<std::string> StageOutcomes(const Ledger& ledger);

}  // namespace gonogo::testing_support
