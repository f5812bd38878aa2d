// The part of the page that shows what is left of the window.
#pragma once

#include "core/json/json.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the values that this part of the template has, or an empty object if no window is booked
// and no downtime was measured.
Json ClockPart(const RunReport& report);

}  // namespace gonogo
