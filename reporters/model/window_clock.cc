// What is left ends with the point of no return: later stages wait until nobody wants to go back.
#include "reporters/model/window_clock.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

using Duration = std::chrono::milliseconds;

// The latest time that the report has. A page that is kept must not go on counting.
std::optional<UtcTime> NowOf(const RunReport& report) {
  std::optional<UtcTime> now;
  const auto take = [&now](const std::string& utc) {
    const auto time = ParseUtc(utc);
    if (time && (!now || *now < *time)) now = time;
  };
  take(report.evidence.run.started);
  take(report.finished);
  take(report.now);
  if (!report.evidence.cases.empty()) take(report.evidence.cases.back().started);
  if (!report.ledger.lines.empty()) take(report.ledger.lines.back().at);
  return now;
}

std::optional<Duration> TimeFor(const RunReport& report, Phase stage) {
  if (!report.rehearsed) return std::nullopt;
  const auto found = report.rehearsed->counts.find(stage);
  return found == report.rehearsed->counts.end() ? std::nullopt : std::optional(found->second);
}

// Sets when what is left begins and ends, if it begins now. What needs the window waits for it.
void SetTimes(Phase opens_with, WindowClock& clock) {
  std::optional<UtcTime> at = clock.now;
  for (StageLeft& one : clock.left) {
    if (!at) return;
    if (one.stage >= opens_with) at = std::max(*at, clock.from);
    one.begins = at;
    at = one.takes ? std::optional(*at + *one.takes) : std::nullopt;
  }
  if (!clock.left.empty()) clock.done = at;
}

WindowTerms TermsOf(const RunReport& report) { return report.plan.window.value_or(WindowTerms()); }

bool IsPlanned(const RunReport& report, Phase stage) {
  const auto& stages = report.plan.stages;
  return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

std::string TimeText(UtcTime time) { return ShownTime(UtcText(time)); }

// "in 2 h 5 min", "4 min 0 s ago"
std::string Distance(UtcTime now, UtcTime time) {
  return time >= now ? "in " + Took(time - now) : Took(now - time) + " ago";
}

ClockLine WindowLine(const WindowClock& clock) {
  return {"window", fmt::format("{} to {}, {}", TimeText(clock.from), TimeText(clock.until),
                                Took(clock.until - clock.from))};
}

ClockLine NowLine(const WindowClock& clock) {
  if (!clock.now) return {"now", "the evidence has no time"};
  const UtcTime now = *clock.now;
  if (now < clock.from) {
    return {"now",
            fmt::format("{}: the window begins in {}", TimeText(now), Took(clock.from - now))};
  }
  if (now > clock.until) {
    return {"now",
            fmt::format("{}: the window ended {} ago", TimeText(now), Took(now - clock.until)),
            true};
  }
  return {"now",
          fmt::format("{}: {} of the window are left", TimeText(now), Took(clock.until - now))};
}

ClockLine TurnBackLine(const WindowClock& clock, const RunReport& report) {
  const std::string label = "turn back by";
  if (!clock.turn_back) {
    if (!report.rehearsed) return {label, "unknown: only the plan names the rehearsal"};
    return {label, IsPlanned(report, Phase::kRollback)
                       ? "not rehearsed: no time is known for the way back"
                       : "the plan has no stage rollback"};
  }
  const bool is_late = clock.now && *clock.now > *clock.turn_back;
  return {label,
          fmt::format("{}{}: the way back takes {}", TimeText(*clock.turn_back),
                      clock.now ? ", " + Distance(*clock.now, *clock.turn_back) : "",
                      Took(clock.until - *clock.turn_back)),
          is_late};
}

std::string LeftText(const WindowClock& clock) {
  std::vector<std::string> known;
  std::vector<std::string> unknown;
  for (const StageLeft& one : clock.left) {
    const std::string& name = PhaseName(one.stage);
    one.takes ? known.push_back(name + " " + Took(*one.takes)) : unknown.push_back(name);
  }
  std::string text = Join(known, ", ");
  if (!unknown.empty()) {
    text += fmt::format("{}not rehearsed: no time is known for {}", known.empty() ? "" : "; ",
                        Join(unknown, ", "));
  }
  return text;
}

ClockLine LeftLine(const WindowClock& clock, const RunReport& report) {
  const std::string label = "left to do";
  if (!report.left) return {label, "unknown: only the ledger of the migration has it"};
  if (clock.left.empty()) {
    return {label, "nothing up to the point of no return, " + TermsOf(report).no_return.Name()};
  }
  if (!clock.done) return {label, LeftText(clock)};
  const bool is_late = *clock.done > clock.Last();
  return {label,
          fmt::format("{}; ends {} at the earliest, without waits for people{}", LeftText(clock),
                      TimeText(*clock.done),
                      !is_late                    ? ""
                      : *clock.done > clock.until ? ": after the window"
                                                  : ": too late to turn back"),
          is_late};
}

ClockLine DowntimeLine(const RunReport& report) {
  const std::string label = "downtime";
  const Duration budget = TermsOf(report).downtime->budget;
  const std::string of = fmt::format(", of at most {}", Took(budget));
  const DowntimeOf& measured = report.downtime;
  if (measured.took) {
    return {label, Took(*measured.took) + of + (measured.is_undone ? "; it was taken back" : ""),
            *measured.took > budget};
  }
  const auto now = NowOf(report);
  if (const auto since = ParseUtc(measured.since); since && now) {
    const Duration so_far = *now - *since;
    return {label, fmt::format("since {}, {} so far{}", TimeText(*since), Took(so_far), of),
            so_far > budget};
  }
  if (!report.rehearsed || !report.rehearsed->downtime) {
    return {label, "not rehearsed: no time is known" + of};
  }
  const Duration rehearsed = *report.rehearsed->downtime;
  return {label, fmt::format("takes {}{}", Took(rehearsed), of), rehearsed > budget};
}

// Where the times come from: what a rehearsal measured depends on its data.
ClockLine SourceLine(const RehearsedTimes& times) {
  if (!times.unknown.empty()) return {"rehearsal", Shown(times.unknown, 300)};
  return {"rehearsal",
          fmt::format("{}, {}{}{}", ShownTime(times.at), Shown(times.ledger, 200),
                      times.other_version ? ", of another version of the plan" : "",
                      times.margin_percent == 100
                          ? ""
                          : fmt::format("; its times count {} %", times.margin_percent))};
}

}  // namespace

UtcTime WindowClock::Last() const { return turn_back ? std::min(*turn_back, until) : until; }

std::optional<WindowClock> ClockOf(const RunReport& report) {
  const auto& window = report.evidence.run.window;
  if (!window) return std::nullopt;
  const auto from = ParseUtc(window->from);
  const auto until = ParseUtc(window->until);
  if (!from || !until) return std::nullopt;
  WindowClock clock{.from = *from,
                    .until = *until,
                    .now = NowOf(report),
                    .left = {},
                    .done = std::nullopt,
                    .turn_back = std::nullopt};
  const WindowTerms terms = TermsOf(report);
  for (const Phase stage : report.left.value_or(std::vector<Phase>())) {
    if (stage <= terms.no_return.stage)
      clock.left.push_back({.stage = stage, .takes = TimeFor(report, stage)});
  }
  SetTimes(terms.opens_with, clock);
  if (const auto back = TimeFor(report, Phase::kRollback)) clock.turn_back = *until - *back;
  return clock;
}

std::vector<ClockLine> ClockLines(const RunReport& report) {
  const bool has_downtime = TermsOf(report).downtime.has_value();
  const auto clock = ClockOf(report);
  if (!clock) {
    const bool is_measured = report.downtime.took || !report.downtime.since.empty();
    if (has_downtime && is_measured) return {DowntimeLine(report)};
    return {};
  }
  std::vector<ClockLine> lines = {WindowLine(*clock), NowLine(*clock), TurnBackLine(*clock, report),
                                  LeftLine(*clock, report)};
  if (has_downtime) lines.push_back(DowntimeLine(report));
  if (report.rehearsed) lines.push_back(SourceLine(*report.rehearsed));
  return lines;
}

}  // namespace gonogo
