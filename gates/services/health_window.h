// Measures a service's windows with gonogo's own GET requests: few, one after another.
#pragma once

#include "core/values/parameter.h"
#include "gates/inspection.h"
#include "gates/services/service_window.h"

namespace gonogo {

// Returns the members of the parameter "probes", which HealthWindows reads with "window_s".
std::vector<Parameter> HealthWindowParameters();

// Throws PlanError if a window has too few requests for a p95, or so many that they would load the
// service.
void RequireValidRequests(const Arguments& probes);

// The functions of the result keep a reference to `in`. They throw PlanError if a URL isn't set or
// valid, and DatabaseError if an answer says nothing about latency.
ServiceWindows HealthWindows(const Inspection& in);

}  // namespace gonogo
