// monitoring: metrics of the target reach Prometheus. A dashboard without data looks like one
// without trouble.
#include <fmt/format.h>

#include <cmath>
#include <regex>

#include "core/error.h"
#include "core/plan/gate.h"
#include "gates/inspection.h"
#include "gates/services/prometheus_answer.h"
#include "gates/services/prometheus_query.h"
#include "gates/services/service_request.h"

namespace gonogo::monitoring {
namespace {

// Prometheus finds no older samples with a selector, unless it was started otherwise.
constexpr std::int64_t kLookback = 300;  // seconds

// timestamp() tells when a selector's sample was taken, but of an expression it tells the time of
// the query: every age would be 0. Without a label that has a value, the source's samples would do.
void RequireSelector(const std::string& metric) {
  static const std::regex selector(R"([a-zA-Z_:][a-zA-Z0-9_:]*(\{([^"{}]|"([^"\\]|\\.)*")*\})?)");
  static const std::regex label(R"re([{,]\s*[a-zA-Z_]\w*\s*=~?\s*"[^"])re");
  if (!std::regex_match(metric, selector)) {
    throw PlanError(fmt::format(
        "\"{}\" isn't a selector of a metric, such as pg_up{{instance=\"target:9187\"}}", metric));
  }
  if (!std::regex_search(metric, label)) {
    throw PlanError(
        fmt::format("\"{}\" doesn't say whose metric it is: give a label of the target, "
                    "such as pg_up{{instance=\"target:9187\"}}",
                    metric));
  }
}

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Integer("max_age_s") > kLookback) {
    throw PlanError(fmt::format(
        "\"max_age_s\" must be at most {}: Prometheus finds no older samples", kLookback));
  }
  std::vector<Subject> subjects;
  for (const auto& [name, metric] : arguments.Map("metrics").items()) {
    RequireSelector(metric.get<std::string>());
    subjects.push_back({name, ""});
  }
  return subjects;
}

Outcome Run(const Inspection& in) {
  const Arguments& given = in.arguments;
  const std::string metric = given.Map("metrics").at(in.subject.name);
  const auto age = NumberIfAny(
      AskPrometheus(in, given.Map("url"), fmt::format("min(time() - timestamp({}))", metric)));
  const std::int64_t most = given.Integer("max_age_s");
  const std::string want = fmt::format("a sample of the last {} s", most);
  if (!age) return {.examined = 1, .findings = {{in.subject.name, "no sample of " + metric, want}}};
  const std::string last = fmt::format("the last sample is {:.0f} s old", std::ceil(*age));
  if (*age <= static_cast<double>(most)) return {.examined = 1, .findings = {}, .notes = {last}};
  return {.examined = 1, .findings = {{in.subject.name, last, want}}};
}

}  // namespace

Gate Definition() {
  return {.name = "monitoring",
          .summary = "Prometheus has recent samples of the target's metrics.",
          .meaning = "Nobody would see when the target is in trouble: its dashboards have no data.",
          .remedy = "Let Prometheus scrape the target's exporter, and look at its page of targets.",
          .phases = {Phase::kGate},
          .parameters = {UrlParameter("url", "base URL of Prometheus").Required(),
                         TextMapParameter("metrics",
                                          "selectors of metrics that only the target has, by what "
                                          "they show: {\"server is up\": \"pg_up{instance=...}\"}")
                             .Required(),
                         IntegerParameter("max_age_s",
                                          "seconds that the last sample may be old, at most 300")
                             .Default(kLookback)
                             .AtLeast(1),
                         CaParameter()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo::monitoring
