// Reads a Prometheus server's answer to a query.
#pragma once

#include <optional>

#include "fixtures/services/http_client.h"

namespace gonogo {

// Returns the one number in the answer, or nothing if the query finds no series. Throws as NumberIn
// otherwise.
std::optional<double> NumberIfAny(const HttpAnswer& answer);

// Returns the one number in the answer. Throws DatabaseError with the server's message if there
// isn't exactly one finite number, or if the answer is incomplete.
double NumberIn(const HttpAnswer& answer);

}  // namespace gonogo
