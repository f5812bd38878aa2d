// The report on a migration: what was done, when, by whom, with which result, and who signed what.
// It is written from the ledger after each run of stages. People read it; gonogo never does.
#pragma once

#include <span>
#include <string>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "core/record/signoff.h"

namespace gonogo {

// Returns "T+1 h 2 min 5.1 s": the time since the first line of the ledger.
std::string OffsetText(std::chrono::milliseconds offset);

// Returns Markdown. `now` (UtcNow) decides which signatures have expired.
std::string ExecutionReport(const Plan& plan, const Ledger& ledger,
                            std::span<const Signoff> signoffs, std::span<const Waiver> waivers,
                            const std::string& now);

}  // namespace gonogo
