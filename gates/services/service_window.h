// What a service did for its users in one window of time, and who watches.
#pragma once

#include <functional>
#include <optional>

namespace gonogo {

struct ServiceWindow {
  std::optional<double> p95_ms;  // nothing where no request was answered
  double errors_percent = 0;     // of all requests: a status of 5xx, or no answer
};

// Throws where it cannot be told: no data is no good data.
struct ServiceWatch {
  std::function<double()> baseline_p95_ms;
  std::function<ServiceWindow()> next_window;  // waits until it is over
};

}  // namespace gonogo
