// A service watched through the Prometheus server that scrapes it.
#pragma once

#include "core/values/parameter.h"
#include "gates/inspection.h"
#include "gates/services/service_window.h"

namespace gonogo {

// The members of the parameter "prometheus", which WatchByPrometheus reads with "window_s".
std::vector<Parameter> PrometheusParameters();

// Its functions refer to `in`, and throw PlanError for a URL that is not set or cannot be used,
// DatabaseError where the server does not answer, or has no data.
ServiceWatch WatchByPrometheus(const Inspection& in);

}  // namespace gonogo
