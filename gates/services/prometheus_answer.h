// Reads a Prometheus server's answer to a query.
#pragma once

#include "fixtures/services/http_client.h"

namespace gonogo {

// Returns the one number in the answer. Throws DatabaseError with the server's message if there
// isn't exactly one finite number, or if the answer is incomplete.
double NumberIn(const HttpAnswer& answer);

}  // namespace gonogo
