// report.html: the page that a release manager opens first. One file, which loads nothing.
#pragma once

#include <cstdint>
#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the page. It is complete and in the right order without its style and its script. What
// would make it larger than 5 MB is left out, and the page says so.
std::string HtmlPage(const RunReport& report);

// Returns the same page with a script that asks the server of the page for what changes after the
// event `at`.
std::string BoardPage(const RunReport& report, std::int64_t at);

// Returns the Content-Security-Policy of that page.
std::string BoardPolicy();

}  // namespace gonogo
