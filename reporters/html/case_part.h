// The part of the page that lists all cases.
#pragma once

#include <string>

#include "core/json/json.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the values that this part of the template has, at most about 4 MB of them: cases that
// aren't well come first into that, and each check says how many of its cases were left out.
Json CasesPart(const RunReport& report);

// Returns the row of a case, as it is in the page.
std::string RowOfCase(const CaseResult& result, const RunHeader& run);

}  // namespace gonogo
