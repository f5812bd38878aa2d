// A service watched by requests of our own: few, one after another, and each a GET.
#pragma once

#include "core/values/parameter.h"
#include "gates/inspection.h"
#include "gates/services/service_window.h"

namespace gonogo {

// The members of the parameter "probes", which WatchByProbes reads with "window_s".
std::vector<Parameter> ProbeParameters();

// Throws PlanError where a window has too few requests to have a p95, or more than a service should
// have to bear.
void RequireBearableRequests(const Arguments& probes);

// Its functions refer to `in`, and throw PlanError for a URL that is not set or cannot be used,
// DatabaseError where an answer tells nothing of the service.
ServiceWatch WatchByProbes(const Inspection& in);

}  // namespace gonogo
