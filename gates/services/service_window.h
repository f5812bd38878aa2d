// What users of a service see in one window of time: its latency and its errors.
#pragma once

#include <functional>
#include <optional>

namespace gonogo {

struct ServiceWindow {
  std::optional<double> p95_ms;  // nothing if no request was answered
  double errors_percent = 0;     // share of requests with status 5xx or no answer
};

// Measures windows one after another. Both functions throw if there is no data.
struct ServiceWindows {
  std::function<double()> reference_p95_ms;  // the p95 to compare with
  std::function<ServiceWindow()> next;       // waits until the window is over
};

}  // namespace gonogo
