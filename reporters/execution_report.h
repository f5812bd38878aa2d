// The report on a migration's execution: what was done, when, by whom, how it ended, and who signed
// what. Made anew from the ledger after each run of stages; people read it, nothing decides by it.
#pragma once

#include <span>
#include <string>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "core/record/signoff.h"

namespace gonogo {

// "T+1 h 02 min 05.1 s": how long after the first line of the ledger.
std::string OffsetText(std::chrono::milliseconds offset);

// As Markdown. `now` (UtcNow) is what signatures are held against.
std::string ExecutionReport(const Plan& plan, const Ledger& ledger,
                            std::span<const Signoff> signoffs, const std::string& now);

}  // namespace gonogo
