// slo: while gonogo watches a service, its p95 and its errors stay below limits. A few bad windows
// are allowed as chance.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/services/health_window.h"
#include "gates/services/prometheus_window.h"
#include "gates/services/service_request.h"

namespace gonogo::slo {
namespace {

// Returns true if gonogo measures the reference p95, false if the plan gives it. Throws PlanError
// for both or neither.
bool MeasuresReference(const Arguments& arguments) {
  const bool by_requests = arguments.Has("probes");
  const char* const name = by_requests ? "baseline_url" : "baseline_p95";
  const bool measured = arguments.Member(by_requests ? "probes" : "prometheus").Has(name);
  if (measured == arguments.Has("baseline_p95_ms")) {
    throw PlanError(
        fmt::format("give one reference p95: either \"baseline_p95_ms\" or \"{}\"", name));
  }
  return measured;
}

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Has("probes") == arguments.Has("prometheus")) {
    throw PlanError("give either \"probes\" or \"prometheus\"");
  }
  if (arguments.Has("probes")) RequireValidRequests(arguments.Member("probes"));
  MeasuresReference(arguments);
  if (arguments.Integer("bad_windows") > arguments.Integer("windows")) {
    throw PlanError("\"bad_windows\" must not be more than \"windows\"");
  }
  return {{"service", ""}};
}

std::string WithUnit(double number, const char* unit) {
  return fmt::format("{:.1f} {}", number, unit);
}

// One quantity over all windows: how often it was above its limit, and its worst value.
struct LimitedQuantity {
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

class WindowJudge {
 public:
  WindowJudge(const Arguments& arguments, double reference_ms)
      : windows_(arguments.Integer("windows")),
        bad_windows_(arguments.Integer("bad_windows")),
        p95_{.subject = "p95",
             .limit = reference_ms * (1 + arguments.Number("p95_rise_percent") / 100),
             .unit = "ms",
             .want = ""},
        errors_{.subject = "errors",
                .limit = arguments.Number("errors_percent"),
                .unit = "%",
                .want = ""} {
    p95_.want = fmt::format("at most {} (reference p95 {})", WithUnit(p95_.limit, "ms"),
                            WithUnit(reference_ms, "ms"));
    errors_.want = fmt::format("at most {} of all requests", WithUnit(errors_.limit, "%"));
    outcome_.notes.push_back("reference p95 " + WithUnit(reference_ms, "ms"));
  }

  // Stops as soon as more windows can't change the result.
  Outcome Judge(const ServiceWindows& windows) {
    while (!IsBad(p95_) && !IsBad(errors_) && (CanBecomeBad(p95_) || CanBecomeBad(errors_))) {
      Add(windows.next());
    }
    if (outcome_.examined < windows_) {
      outcome_.notes.push_back(fmt::format("{} of {}: more can't change the result",
                                           outcome_.examined, Counted(windows_, "window")));
    }
    for (const LimitedQuantity* quantity : {&p95_, &errors_}) {
      if (IsBad(*quantity)) outcome_.findings.push_back(FindingOf(*quantity));
    }
    return std::move(outcome_);
  }

 private:
  bool IsBad(const LimitedQuantity& quantity) const { return quantity.bad >= bad_windows_; }

  bool CanBecomeBad(const LimitedQuantity& quantity) const {
    return quantity.bad + (windows_ - outcome_.examined) >= bad_windows_;
  }

  void Add(const ServiceWindow& window) {
    if (window.p95_ms) p95_.Add(*window.p95_ms);
    errors_.Add(window.errors_percent);
    outcome_.notes.push_back(fmt::format(
        "window {}: {}, errors {}", ++outcome_.examined,
        window.p95_ms ? "p95 " + WithUnit(*window.p95_ms, "ms") : "no request was answered",
        WithUnit(window.errors_percent, "%")));
  }

  Finding FindingOf(const LimitedQuantity& quantity) const {
    return {
        quantity.subject,
        fmt::format("above the limit in {} of {}, at worst {}", quantity.bad,
                    Counted(outcome_.examined, "window"), WithUnit(quantity.worst, quantity.unit)),
        quantity.want};
  }

  std::int64_t windows_;
  std::int64_t bad_windows_;
  LimitedQuantity p95_;
  LimitedQuantity errors_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  const ServiceWindows windows =
      in.arguments.Has("probes") ? HealthWindows(in) : PrometheusWindows(in);
  const double reference_ms = MeasuresReference(in.arguments)
                                  ? windows.reference_p95_ms()
                                  : in.arguments.Number("baseline_p95_ms");
  if (reference_ms <= 0) {
    throw DatabaseError("the reference p95 is 0 ms, so nothing can be compared with it", "");
  }
  return WindowJudge(in.arguments, reference_ms).Judge(windows);
}

}  // namespace

Gate Definition() {
  return {
      .name = "slo",
      .summary = "A service isn't much slower than before, and its errors stay few.",
      .meaning = "Users get slow answers or errors.",
      .remedy =
          "Find the slow or failing requests in the service's log; if they stay, run gonogo "
          "stage rollback.",
      .phases = {Phase::kCutover, Phase::kRollback},
      .parameters =
          {ObjectParameter("probes", "how to measure with requests", HealthWindowParameters()),
           ObjectParameter("prometheus", "how to query a Prometheus server instead",
                           PrometheusWindowParameters()),
           NumberParameter("baseline_p95_ms", "the reference p95, if it isn't measured").AtLeast(0),
           NumberParameter("p95_rise_percent", "how far the p95 may be above the reference p95")
               .Default(30)
               .AtLeast(0),
           NumberParameter("errors_percent", "the share of requests that may fail")
               .Default(1)
               .AtLeast(0),
           IntegerParameter("windows",
                            "the number of windows; fewer, once more can't change the result")
               .Default(5)
               .AtLeast(1),
           IntegerParameter("bad_windows",
                            "the number of windows above a limit that fails the check")
               .Default(3)
               .AtLeast(1),
           IntegerParameter("window_s", "seconds from one window to the next")
               .Default(30)
               .AtLeast(1),
           CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::slo
