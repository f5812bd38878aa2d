// A fleet as text for people: lines of a console, and Markdown for the summary of a pipeline's job.
#pragma once

#include <string>

#include "reporters/console.h"
#include "reporters/fleet/fleet_report.h"

namespace gonogo {

// Returns the plan and the fleet, below the notice if this is a rehearsal.
std::string FleetHeading(const FleetHeader& fleet, bool is_rehearsal, const ConsoleStyle& style);

// Returns a database's line as its run ends; "" if it is GO and the style is quiet.
std::string DatabaseLine(const DatabaseVerdict& one, const ConsoleStyle& style);

// Returns the verdict, the first databases that prevent GO, and where the rest is.
std::string FleetVerdictLines(const FleetReport& report, const ConsoleStyle& style);

// Returns summary.md: the verdict, then a row for each database, those that prevent GO first. Above
// 900 kB it leaves out rows, and says how many.
std::string FleetMarkdown(const FleetReport& report);

}  // namespace gonogo
