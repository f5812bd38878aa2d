// The tables of the page about checks, rows, waivers, servers and files.
#pragma once

#include "core/json/json.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Each function returns the values that its part of the template has, or an empty object if there
// is nothing to show.
Json GridPart(const RunReport& report);
Json RowsPart(const RunReport& report);
Json AcceptedPart(const RunReport& report);
Json ServersPart(const RunReport& report);
Json FilesPart(const RunReport& report);

}  // namespace gonogo
