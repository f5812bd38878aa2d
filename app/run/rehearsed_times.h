// What the clock of a migration's window needs: the stages that are left, and their rehearsed
// times.
#pragma once

#include <string>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Returns how long stages took in the rehearsal whose ledger a check of the gate rehearsal_evidence
// names. Says why nothing is known instead of throwing.
RehearsedTimes RehearsedTimesOf(const Plan& plan);

// Adds what the clock shows: the plan's window, the stages that haven't passed, and their times.
void AddClock(const Plan& plan, RunReport& report);

// Returns a report that has only what the clock needs.
RunReport ReportForClock(const Plan& plan, const Ledger& ledger, const std::string& now);

}  // namespace gonogo
