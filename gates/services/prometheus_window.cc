// Queries are asked for now, each at the end of its window: what was before the run may have been
// before the cutover. The server's own clock says what now is.
#include "gates/services/prometheus_window.h"

#include <memory>

#include "core/error.h"
#include "gates/services/prometheus_answer.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

using std::chrono::steady_clock;

double ValueOfQuery(const Inspection& in, const char* query) {
  constexpr std::chrono::milliseconds kPatience{10'000};
  const Arguments prometheus = in.arguments.Member("prometheus");
  const std::string path = "/api/v1/query?query=" + PercentEncoded(prometheus.Text(query));
  const std::string url = HttpUrlOf(prometheus.Map("url"), in.environment, path);
  const auto answer = Ask({.url = url, .json = ""}, TermsOf(in, kPatience));
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    throw DatabaseError("Prometheus: " + none->words, "");
  }
  try {
    return NumberIn(std::get<HttpAnswer>(answer));
  } catch (const DatabaseError& error) {
    throw DatabaseError(std::string(error.what()) + " (" + query + ")", "");
  }
}

double Milliseconds(const Inspection& in, const char* query) {
  constexpr double kPerSecond = 1'000;
  const double seconds = ValueOfQuery(in, query);
  if (seconds < 0)
    throw DatabaseError("Prometheus: a time below 0 (" + std::string(query) + ")", "");
  return seconds * kPerSecond;
}

ServiceWindow WindowOf(const Inspection& in) {
  constexpr double kPercent = 100;
  const double errors = ValueOfQuery(in, "errors");
  if (errors < 0 || errors > 1) {
    throw DatabaseError("Prometheus: no share from 0 to 1 (errors)", "");
  }
  return {.p95_ms = Milliseconds(in, "p95"), .errors_percent = errors * kPercent};
}

Parameter Query(const char* name, const char* description, bool required) {
  return TextParameter(name, description).Required(required).Literal();
}

}  // namespace

std::vector<Parameter> PrometheusParameters() {
  return {UrlParameter("url", "of the server").Required(),
          Query("p95", "PromQL of the p95 in seconds, over one window", true),
          Query("errors", "PromQL of the share of 5xx, 0 to 1, over one window", true),
          Query("baseline_p95", "PromQL of the baseline in seconds, of last week, say", false)};
}

ServiceWatch WatchByPrometheus(const Inspection& in) {
  const std::chrono::seconds length(in.arguments.Integer("window_s"));
  const auto end = std::make_shared<steady_clock::time_point>(steady_clock::now());
  return {.baseline_p95_ms = [&in] { return Milliseconds(in, "baseline_p95"); },
          .next_window =
              [&in, end, length] {
                *end += length;
                in.pair.SleepUntil(*end);
                return WindowOf(in);
              }};
}

}  // namespace gonogo
