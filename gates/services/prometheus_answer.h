// What a Prometheus server said to a query, read.
#pragma once

#include "fixtures/services/http_client.h"

namespace gonogo {

// The one number that the query came to. Throws DatabaseError with the server's words where there
// is none, more than one, or none that is finite, and where the answer is incomplete.
double NumberIn(const HttpAnswer& answer);

}  // namespace gonogo
