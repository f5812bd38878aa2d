// report.html: the page that a release manager opens first. One file, which loads nothing.
#pragma once

#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the page. It is complete and in the right order without its style and its script. What
// would make it larger than 5 MB is left out, and the page says so.
std::string HtmlPage(const RunReport& report);

}  // namespace gonogo
