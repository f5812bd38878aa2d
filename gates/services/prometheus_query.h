// Asks a Prometheus server.
#pragma once

#include <string>

#include "fixtures/services/http_client.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the answer of the server at the URL (a parameter's text or variable) to an instant query
// for its current time. Throws DatabaseError if it doesn't answer, PlanError if the URL's variable
// isn't set.
HttpAnswer AskPrometheus(const Inspection& in, const Json& url, const std::string& query);

}  // namespace gonogo
