// What counts as latency is the time from a request to the end of its answer: connecting is left
// out, so that a server's own numbers can be a baseline.
#include "gates/services/health_window.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/error.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

using std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::int64_t kFewestRequests = 20;  // of fewer, the p95 would be the slowest
constexpr std::int64_t kMostRequests = 1'000;
constexpr std::chrono::milliseconds kPatience{10'000};
constexpr std::int64_t kHopeless = 3;  // so many in a row without an answer: neither has the rest

// The least of the times that 95 % of all do not exceed.
double P95(std::vector<double> times_ms) {
  constexpr double kShare = 0.95;
  std::sort(times_ms.begin(), times_ms.end());
  const double rank = std::ceil(kShare * static_cast<double>(times_ms.size()));
  return times_ms.at(static_cast<std::size_t>(rank) - 1);
}

// Nothing where no answer came. Throws DatabaseError for one that is neither good nor the server's
// own fault.
std::optional<HttpAnswer> Probe(const Inspection& in, const std::string& url) {
  constexpr long kServerError = 500;
  const auto result = Ask({.url = url, .json = ""}, TermsOf(in, kPatience));
  const auto* const answer = std::get_if<HttpAnswer>(&result);
  if (answer == nullptr) return std::nullopt;
  if (answer->IsGood() || answer->status >= kServerError) return *answer;
  throw DatabaseError("a probe was answered with HTTP status " + std::to_string(answer->status) +
                          ", which tells nothing of latency",
                      "");
}

ServiceWindow Measure(const Inspection& in, const std::string& url) {
  const std::int64_t requests = in.arguments.Member("probes").Integer("requests");
  std::vector<double> times_ms;
  std::int64_t errors = 0;
  std::int64_t unanswered = 0;  // in a row
  for (std::int64_t i = 0; i < requests; ++i) {
    const auto answer = Probe(in, url);
    unanswered = answer ? 0 : unanswered + 1;
    if (answer) times_ms.push_back(Milliseconds(answer->time).count());
    if (!answer || !answer->IsGood()) ++errors;
    if (unanswered == kHopeless) {
      errors += requests - i - 1;
      break;
    }
  }
  ServiceWindow window{.errors_percent =
                           100.0 * static_cast<double>(errors) / static_cast<double>(requests)};
  if (!times_ms.empty()) window.p95_ms = P95(std::move(times_ms));
  return window;
}

std::string ProbedUrl(const Inspection& in, const char* name) {
  const Arguments probes = in.arguments.Member("probes");
  return HttpUrlOf(probes.Map(name), in.environment, probes.Text("path"));
}

double BaselineOf(const Inspection& in) {
  const ServiceWindow window = Measure(in, ProbedUrl(in, "baseline_url"));
  if (window.errors_percent > 0 || !window.p95_ms) {
    throw DatabaseError("the service of the baseline does not answer every probe", "");
  }
  return *window.p95_ms;
}

}  // namespace

std::vector<Parameter> ProbeParameters() {
  return {UrlParameter("url", "where the service is").Required(),
          TextParameter("path", "what is asked for").Default("/api/health").Literal(),
          IntegerParameter("requests", "in each window, one after another; 20 to 1000").Default(40),
          UrlParameter("baseline_url", "the old service, measured first")};
}

void RequireBearableRequests(const Arguments& probes) {
  const std::int64_t requests = probes.Integer("requests");
  if (requests >= kFewestRequests && requests <= kMostRequests) return;
  throw PlanError("\"requests\" must be from " + std::to_string(kFewestRequests) + " to " +
                  std::to_string(kMostRequests));
}

ServiceWatch WatchByProbes(const Inspection& in) {
  const std::chrono::seconds length(in.arguments.Integer("window_s"));
  const auto start = std::make_shared<steady_clock::time_point>();
  return {.baseline_p95_ms = [&in] { return BaselineOf(in); },
          .next_window =
              [&in, start, length] {
                in.pair.SleepUntil(*start);
                *start = steady_clock::now() + length;
                return Measure(in, ProbedUrl(in, "url"));
              }};
}

}  // namespace gonogo
