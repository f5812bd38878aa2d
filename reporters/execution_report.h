// The report on a migration: what was done, when, by whom, with which result, and who signed what.
// It is written from the ledger while stages run. People read it; gonogo never does.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "core/record/signoff.h"
#include "reporters/model/window_clock.h"

namespace gonogo {

// When a report is written, and what the ledger doesn't have of that time.
struct ReportTime {
  std::string now;                         // UtcNow; decides which signatures have expired
  std::optional<Phase> waits{};            // the stage that waits for a person to confirm it
  std::vector<ClockLine> clock_of_plan{};  // of the window
};

// Returns Markdown.
std::string ExecutionReport(const Plan& plan, const Ledger& ledger,
                            std::span<const Signoff> signoffs, std::span<const Waiver> waivers,
                            const ReportTime& time);

}  // namespace gonogo
