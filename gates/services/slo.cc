// slo: while it is watched, a service is hardly slower than before, and its errors stay few. What
// happens in too few of the windows is chance, not a trend.
#include <array>
#include <cstdio>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/services/health_window.h"
#include "gates/services/prometheus_window.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

// Whether the baseline is to be measured; else it is given. Throws PlanError for both or none.
bool MeasuresItsBaseline(const Arguments& arguments) {
  const bool by_probes = arguments.Has("probes");
  const char* const name = by_probes ? "baseline_url" : "baseline_p95";
  const bool measured = arguments.Member(by_probes ? "probes" : "prometheus").Has(name);
  if (measured == arguments.Has("baseline_p95_ms")) {
    throw PlanError("give one baseline: \"baseline_p95_ms\" or \"" + std::string(name) + "\"");
  }
  return measured;
}

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Has("probes") == arguments.Has("prometheus")) {
    throw PlanError("give one source: \"probes\" or \"prometheus\"");
  }
  if (arguments.Has("probes")) RequireBearableRequests(arguments.Member("probes"));
  MeasuresItsBaseline(arguments);
  if (arguments.Integer("bad_windows") > arguments.Integer("windows")) {
    throw PlanError("\"bad_windows\" must not be more than \"windows\"");
  }
  return {{"service", ""}};
}

std::string WithUnit(double number, const char* unit) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f %s", number, unit);
  return text.data();
}

// One quantity over all windows: in how many it was above its limit, and how far.
struct Trend {
  std::string subject;
  double limit;
  const char* unit;
  std::string want;
  std::int64_t bad = 0;
  double worst = 0;

  void Add(double value) {
    worst = std::max(worst, value);
    if (value > limit) ++bad;
  }
};

class Watching {
 public:
  Watching(const Arguments& arguments, double baseline_ms)
      : windows_(arguments.Integer("windows")),
        bad_windows_(arguments.Integer("bad_windows")),
        p95_{.subject = "p95",
             .limit = baseline_ms * (1 + arguments.Number("p95_rise_percent") / 100),
             .unit = "ms",
             .want = ""},
        errors_{.subject = "errors",
                .limit = arguments.Number("errors_percent"),
                .unit = "%",
                .want = ""} {
    p95_.want = "at most " + WithUnit(p95_.limit, "ms") + ", the baseline being " +
                WithUnit(baseline_ms, "ms");
    errors_.want = "at most " + WithUnit(errors_.limit, "%") + " of all requests";
    outcome_.notes.push_back("baseline: p95 " + WithUnit(baseline_ms, "ms"));
  }

  // Ends early where more windows cannot change what is found.
  Outcome Watch(const ServiceWatch& watch) {
    while (outcome_.examined < windows_ && !IsBad(p95_) && !IsBad(errors_)) {
      Add(watch.next_window());
    }
    for (const Trend* trend : {&p95_, &errors_}) {
      if (IsBad(*trend)) outcome_.findings.push_back(FindingOf(*trend));
    }
    return std::move(outcome_);
  }

 private:
  bool IsBad(const Trend& trend) const { return trend.bad >= bad_windows_; }

  void Add(const ServiceWindow& window) {
    if (window.p95_ms) p95_.Add(*window.p95_ms);
    errors_.Add(window.errors_percent);
    outcome_.notes.push_back(
        "window " + std::to_string(++outcome_.examined) + ": p95 " +
        (window.p95_ms ? WithUnit(*window.p95_ms, "ms") : "of nothing, no request was answered") +
        ", errors " + WithUnit(window.errors_percent, "%"));
  }

  Finding FindingOf(const Trend& trend) const {
    return {trend.subject,
            "more in " + std::to_string(trend.bad) + " of " + Counted(outcome_.examined, "window") +
                ", " + WithUnit(trend.worst, trend.unit) + " at worst",
            trend.want};
  }

  std::int64_t windows_;
  std::int64_t bad_windows_;
  Trend p95_;
  Trend errors_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  const ServiceWatch watch = in.arguments.Has("probes") ? WatchByProbes(in) : WatchByPrometheus(in);
  const double baseline_ms = MeasuresItsBaseline(in.arguments)
                                 ? watch.baseline_p95_ms()
                                 : in.arguments.Number("baseline_p95_ms");
  if (baseline_ms <= 0) throw DatabaseError("a baseline of 0 ms tells nothing", "");
  return Watching(in.arguments, baseline_ms).Watch(watch);
}

Parameter Number(const char* name, const char* description, const char* default_value) {
  return NumberParameter(name, description).DefaultJson(default_value).AtLeast(0);
}

Parameter Count(const char* name, const char* description, const char* default_value) {
  return IntegerParameter(name, description).DefaultJson(default_value).AtLeast(1);
}

}  // namespace

Gate slo() {
  return {
      .name = "slo",
      .summary = "A service is hardly slower than before, and its 5xx do not rise for long.",
      .phases = {Phase::kCutover, Phase::kRollback},
      .parameters = {ObjectParameter("probes", "to send requests, and how", ProbeParameters()),
                     ObjectParameter("prometheus", "to ask a Prometheus server instead, and what",
                                     PrometheusParameters()),
                     Number("baseline_p95_ms", "the p95 before, where it is not measured", ""),
                     Number("p95_rise_percent", "how far the p95 may rise", "30"),
                     Number("errors_percent", "how many requests may fail", "1"),
                     Count("windows", "how often to look", "5"),
                     Count("bad_windows", "in how many a trend shows", "3"),
                     Count("window_s", "seconds from one window to the next", "30"), CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo
