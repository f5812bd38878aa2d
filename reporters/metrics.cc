// Times are in seconds, as Prometheus' conventions have it.
#include "reporters/metrics.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "core/text/text.h"
#include "core/text/utc.h"
#include "reporters/model/blockers.h"
#include "reporters/model/shown_text.h"
#include "reporters/model/window_clock.h"

namespace gonogo {
namespace {

using Labels = std::vector<std::pair<std::string_view, std::string>>;

std::string LabelValue(const std::string& value) {
  std::string escaped;
  for (const char c : Shown(value, 200)) {
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c == '\n' ? "\\n" : std::string(1, c);
  }
  return escaped;
}

std::string VerdictOf(const RunReport& report) {
  const Decision decision = DecisionOf(report);
  if (decision == Decision::kGo) return report.evidence.run.partial() ? "partial_go" : "go";
  return decision == Decision::kNoGo ? "no_go" : "undecided";
}

std::string SecondsOf(UtcTime time) {
  const auto ms = time.time_since_epoch().count();
  return fmt::format("{}.{:03}", ms / 1000, ms % 1000);
}

class Metrics {
 public:
  explicit Metrics(const RunReport& report) {
    const RunHeader& run = report.evidence.run;
    const std::string stage = report.stage ? PhaseName(report.stage->stage) : "";
    common_ = {{"plan", run.plan},
               {"phase", !run.phases.empty() ? Join(run.phases, ",")
                         : stage.empty()     ? "all"
                                             : stage},
               {"rehearsal", run.rehearsal() ? "true" : "false"}};
  }

  void Describe(const std::string& name, const std::string& help) {
    text_ += fmt::format("# HELP {} {}\n# TYPE {} gauge\n", name, help, name);
  }

  void Add(const std::string& name, const std::string& value, const Labels& labels = {}) {
    std::vector<std::string> all;
    for (const Labels& some : {common_, labels}) {
      for (const auto& [label, given] : some) {
        all.push_back(fmt::format("{}=\"{}\"", label, LabelValue(given)));
      }
    }
    text_ += fmt::format("{}{{{}}} {}\n", name, Join(all, ","), value);
  }

  void AddTime(const std::string& name, const std::string& help, std::optional<UtcTime> time) {
    if (!time) return;
    Describe(name, help);
    Add(name, SecondsOf(*time));
  }

  std::string Text() && { return std::move(text_); }

 private:
  Labels common_;
  std::string text_;
};

void AddCounts(const RunReport& report, Metrics& metrics) {
  const Verdict& verdict = report.verdict;
  metrics.Describe("gonogo_cases", "Cases of the last run by status.");
  const std::pair<const char*, std::int64_t> counts[] = {{"passed", verdict.passed},
                                                         {"failed", verdict.failed},
                                                         {"error", verdict.errors},
                                                         {"not_run", verdict.not_run},
                                                         {"waived", verdict.waived}};
  for (const auto& [status, count] : counts) {
    metrics.Add("gonogo_cases", std::to_string(count), {{"status", status}});
  }
  const Blockers blockers = BlockersOf(report);
  metrics.Describe("gonogo_causes", "Causes for which the last run isn't GO.");
  metrics.Add("gonogo_causes", std::to_string(blockers.failed.size()), {{"kind", "blocker"}});
  metrics.Add("gonogo_causes", std::to_string(blockers.untold.size()), {{"kind", "untold"}});
}

}  // namespace

std::string PrometheusMetrics(const RunReport& report) {
  Metrics metrics(report);
  const std::string is = VerdictOf(report);
  metrics.Describe("gonogo_verdict", "1 for the verdict of the last run, 0 for the others.");
  for (const char* const verdict : {"go", "partial_go", "no_go", "undecided"}) {
    metrics.Add("gonogo_verdict", is == verdict ? "1" : "0", {{"verdict", verdict}});
  }
  AddCounts(report, metrics);
  metrics.AddTime("gonogo_run_started_timestamp_seconds", "When the last run began.",
                  ParseUtc(report.evidence.run.started));
  metrics.AddTime("gonogo_run_finished_timestamp_seconds", "When the last run ended.",
                  ParseUtc(report.finished));
  if (const auto clock = ClockOf(report)) {
    metrics.AddTime("gonogo_window_end_timestamp_seconds", "When the window of the plan ends.",
                    clock->until);
    metrics.AddTime(
        "gonogo_turn_back_timestamp_seconds",
        "The last moment to turn back, by the rehearsed time of the rollback, with the plan's margin.",
        clock->turn_back);
  }
  return std::move(metrics).Text();
}

}  // namespace gonogo
