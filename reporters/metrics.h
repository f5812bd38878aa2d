// A run as metrics, for a textfile that Prometheus' node exporter reads.
#pragma once

#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the text format of Prometheus. Every metric has the labels plan, phase and rehearsal. A
// GO for a part of the checks has a verdict of its own, so that no alert takes it for a GO.
std::string PrometheusMetrics(const RunReport& report);

}  // namespace gonogo
