// What the answer to a health check says of the service.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/outcome.h"

namespace gonogo {

// What the plan expects of an answer and its body does not say: "version" at "version_at", and
// anything but null at "answer_has". `service` may have all three.
std::vector<Finding> BodyFaults(const std::string& name, const Arguments& service,
                                const std::string& body);

}  // namespace gonogo
