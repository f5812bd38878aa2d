// The first screen of the page: the verdict, and what prevents GO.
#pragma once

#include "core/json/json.h"
#include "reporters/model/blockers.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Each function returns the values that its part of the template has.
Json HeadPart(const RunReport& report, const Blockers& blockers);
Json BlockersPart(const Blockers& blockers);
Json ChangesPart(const RunReport& report);  // empty if there is no earlier run

}  // namespace gonogo
