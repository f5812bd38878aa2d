// The parts of the page about time: stages, drift, timeline.
#pragma once

#include "core/json/json.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Each function returns the values that its part of the template has, or an empty object if there
// is nothing to show.
Json StagesPart(const RunReport& report);
Json DriftPart(const RunReport& report);
Json TimelinePart(const RunReport& report);

}  // namespace gonogo
