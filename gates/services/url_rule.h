// What a database URL of the launch environment must look like, by its parts and never as a whole.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/outcome.h"
#include "core/values/parameter.h"

namespace gonogo {

// The parameters of a rule: port, sslmode, parameters, forbidden.
std::vector<Parameter> UrlRuleParameters();

// How the text breaks the rule. Names parts and what is wrong with them; of the text itself it
// shows the port and the sslmode at most.
std::vector<Finding> UrlFindings(const std::string& variable, const std::string& url,
                                 const Arguments& rule);

}  // namespace gonogo
