// Whether a finding, or a whole check, decides.
#pragma once

#include <string>

#include "core/values/parameter.h"

namespace gonogo {

// A required finding is NO-GO; an advisory one is reported, and required under --strict.
enum class Severity { kRequired, kAdvisory };

// "required" or "advisory".
const std::string& SeverityName(Severity severity);

// Throws PlanError for any other word.
Severity SeverityNamed(const std::string& name);

// The parameter "severity" of whatever has one; required where it is left out.
Parameter SeverityParameter();

}  // namespace gonogo
