// Checks a database URL of the launch environment by its parts, without showing it.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/outcome.h"
#include "core/values/parameter.h"

namespace gonogo {

// Returns the parameters of a rule: port, sslmode, parameters, forbidden.
std::vector<Parameter> UrlRuleParameters();

// Returns a finding for each part of the URL that breaks the rule. Findings show only the port and
// the sslmode of the URL.
std::vector<Finding> UrlFindings(const std::string& variable, const std::string& url,
                                 const Arguments& rule);

}  // namespace gonogo
