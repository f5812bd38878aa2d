// The severity of a finding or of a check: whether it can make the verdict NO-GO.
#pragma once

#include <string>

#include "core/values/parameter.h"

namespace gonogo {

// A required finding is NO-GO. An advisory one is only reported, unless --strict is given.
enum class Severity { kRequired, kAdvisory };

// Returns "required" or "advisory".
const std::string& SeverityName(Severity severity);

// Throws PlanError for any other word.
Severity SeverityNamed(const std::string& name);

// Returns the parameter "severity"; its default is "required".
Parameter SeverityParameter();

}  // namespace gonogo
