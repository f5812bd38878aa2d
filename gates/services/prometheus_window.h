// Reads a service's windows from the Prometheus server that scrapes it.
#pragma once

#include "core/values/parameter.h"
#include "gates/inspection.h"
#include "gates/services/service_window.h"

namespace gonogo {

// Returns the members of the parameter "prometheus", which PrometheusWindows reads with "window_s".
std::vector<Parameter> PrometheusWindowParameters();

// The functions of the result keep a reference to `in`. They throw PlanError if a URL isn't set or
// valid, and DatabaseError if the server doesn't answer or has no data.
ServiceWindows PrometheusWindows(const Inspection& in);

}  // namespace gonogo
