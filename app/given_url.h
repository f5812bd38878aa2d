// URLs that somebody gives on the command line.
#pragma once

#include <string>

#include "fixtures/connection/connection_string.h"

namespace gonogo {

// Parses a URL, or the name of a service. `name` is what messages call it: --source. Throws
// PlanError.
ConnectionString ParseGiven(const std::string& url, const std::string& name);

// Warns on standard error of a password that can't be hidden where a message happens to have it.
void WarnOfShortPassword(const ConnectionString& endpoint);

}  // namespace gonogo
