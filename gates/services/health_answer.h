// Checks the body of a service's answer to a health check.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/outcome.h"

namespace gonogo {

// Returns a finding for each expectation that the body doesn't meet: the service's "version" at
// "version_at", a value other than null at "answer_has", one of the values of each place of
// "answer_is", and nothing that says that the service isn't well (health_words.h).
std::vector<Finding> BodyFindings(const std::string& name, const Arguments& service,
                                  const std::string& body);

}  // namespace gonogo
