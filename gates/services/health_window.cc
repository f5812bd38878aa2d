// Latency is the time from sending a request to the end of its answer, without connecting. So it
// can be compared with the server's own measurements.
#include "gates/services/health_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/error.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

using std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::int64_t kFewestRequests = 20;  // with fewer, the p95 would be the maximum
constexpr std::int64_t kMostRequests = 1'000;
constexpr std::chrono::milliseconds kTimeout{10'000};
constexpr std::int64_t kMostUnanswered = 3;  // in a row; then the rest counts as unanswered, too

// Returns the smallest of the times that at least 95 % of them don't exceed.
double P95(std::vector<double> times_ms) {
  constexpr double kShare = 0.95;
  std::sort(times_ms.begin(), times_ms.end());
  const double rank = std::ceil(kShare * static_cast<double>(times_ms.size()));
  return times_ms.at(static_cast<std::size_t>(rank) - 1);
}

// Returns nothing if the service doesn't answer. Throws DatabaseError if the status is neither 2xx
// nor 5xx.
std::optional<HttpAnswer> SendRequest(const Inspection& in, const std::string& url) {
  constexpr long kServerError = 500;
  const auto result = SendHttpRequest({.url = url, .json = ""}, TermsOf(in, kTimeout));
  const auto* const answer = std::get_if<HttpAnswer>(&result);
  if (answer == nullptr) return std::nullopt;
  if (answer->IsGood() || answer->status >= kServerError) return *answer;
  throw DatabaseError(
      fmt::format("a request was answered with HTTP status {}, so its latency means nothing",
                  answer->status),
      "");
}

ServiceWindow Measure(const Inspection& in, const std::string& url) {
  const std::int64_t requests = in.arguments.Member("probes").Integer("requests");
  std::vector<double> times_ms;
  std::int64_t errors = 0;
  std::int64_t unanswered = 0;  // in a row
  for (std::int64_t i = 0; i < requests; ++i) {
    const auto answer = SendRequest(in, url);
    unanswered = answer ? 0 : unanswered + 1;
    if (answer) times_ms.push_back(Milliseconds(answer->time).count());
    if (!answer || !answer->IsGood()) ++errors;
    if (unanswered == kMostUnanswered) {
      errors += requests - i - 1;
      break;
    }
  }
  ServiceWindow window{.errors_percent =
                           100.0 * static_cast<double>(errors) / static_cast<double>(requests)};
  if (!times_ms.empty()) window.p95_ms = P95(std::move(times_ms));
  return window;
}

std::string UrlNamed(const Inspection& in, const char* name) {
  const Arguments probes = in.arguments.Member("probes");
  return HttpUrlOf(probes.Map(name), in.environment, probes.Text("path"));
}

double ReferenceP95(const Inspection& in) {
  const ServiceWindow window = Measure(in, UrlNamed(in, "baseline_url"));
  if (window.errors_percent > 0 || !window.p95_ms) {
    throw DatabaseError("the service at \"baseline_url\" doesn't answer every request", "");
  }
  return *window.p95_ms;
}

}  // namespace

std::vector<Parameter> HealthWindowParameters() {
  return {UrlParameter("url", "base URL of the service").Required(),
          TextParameter("path", "path of the requests").Default("/api/health").Literal(),
          IntegerParameter("requests",
                           "number of requests in each window, 20 to 1000; sent one after another")
              .Default(40),
          UrlParameter("baseline_url", "base URL of the old service; its p95 is measured first")};
}

void RequireValidRequests(const Arguments& probes) {
  const std::int64_t requests = probes.Integer("requests");
  if (requests >= kFewestRequests && requests <= kMostRequests) return;
  throw PlanError(
      fmt::format("\"requests\" must be from {} to {}", kFewestRequests, kMostRequests));
}

ServiceWindows HealthWindows(const Inspection& in) {
  const std::chrono::seconds length(in.arguments.Integer("window_s"));
  const auto start = std::make_shared<steady_clock::time_point>();
  return {.reference_p95_ms = [&in] { return ReferenceP95(in); },
          .next =
              [&in, start, length] {
                in.pair.cancellation().SleepUntil(*start);
                *start = steady_clock::now() + length;
                return Measure(in, UrlNamed(in, "url"));
              }};
}

}  // namespace gonogo
