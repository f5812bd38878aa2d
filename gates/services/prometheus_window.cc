// Runs the queries at the end of each window, for the server's current time: data from before the
// run may be from before the cutover.
#include "gates/services/prometheus_window.h"

#include <fmt/format.h>

#include <memory>

#include "core/error.h"
#include "gates/services/prometheus_answer.h"
#include "gates/services/prometheus_query.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

using std::chrono::steady_clock;

double ValueOfQuery(const Inspection& in, const char* query) {
  const Arguments prometheus = in.arguments.Member("prometheus");
  const HttpAnswer answer = AskPrometheus(in, prometheus.Map("url"), prometheus.Text(query));
  try {
    return NumberIn(answer);
  } catch (const DatabaseError& error) {
    throw DatabaseError(fmt::format("{} ({})", error.what(), query), "");
  }
}

double LatencyMs(const Inspection& in, const char* query) {
  constexpr double kPerSecond = 1'000;
  const double seconds = ValueOfQuery(in, query);
  if (seconds < 0) {
    throw DatabaseError(fmt::format("Prometheus: the time is negative ({})", query), "");
  }
  return seconds * kPerSecond;
}

ServiceWindow WindowOf(const Inspection& in) {
  constexpr double kPercent = 100;
  const double errors = ValueOfQuery(in, "errors");
  if (errors < 0 || errors > 1) {
    throw DatabaseError("Prometheus: the share isn't from 0 to 1 (errors)", "");
  }
  return {.p95_ms = LatencyMs(in, "p95"), .errors_percent = errors * kPercent};
}

}  // namespace

std::vector<Parameter> PrometheusWindowParameters() {
  return {
      UrlParameter("url", "base URL of the server").Required(),
      TextParameter("p95", "PromQL of the p95 in seconds, over one window").Required().Literal(),
      TextParameter("errors", "PromQL of the share of 5xx, 0 to 1, over one window")
          .Required()
          .Literal(),
      TextParameter("baseline_p95", "PromQL of the reference p95 in seconds, such as last week's")
          .Literal()};
}

ServiceWindows PrometheusWindows(const Inspection& in) {
  const std::chrono::seconds length(in.arguments.Integer("window_s"));
  const auto end = std::make_shared<steady_clock::time_point>(steady_clock::now());
  return {.reference_p95_ms = [&in] { return LatencyMs(in, "baseline_p95"); },
          .next =
              [&in, end, length] {
                *end += length;
                in.pair.cancellation().SleepUntil(*end);
                return WindowOf(in);
              }};
}

}  // namespace gonogo
