// What is left ends with the cutover: finalize waits until nobody wants to go back.
#include "reporters/model/window_clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

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

std::optional<Duration> RehearsedTime(const RunReport& report, Phase stage) {
  if (!report.rehearsed) return std::nullopt;
  const auto found = report.rehearsed->took.find(stage);
  return found == report.rehearsed->took.end() ? std::nullopt : std::optional(found->second);
}

// Returns nothing if the time of a stage isn't known.
std::optional<Duration> SumOf(const std::vector<StageLeft>& left) {
  Duration sum{0};
  for (const StageLeft& one : left) {
    if (!one.took) return std::nullopt;
    sum += *one.took;
  }
  return sum;
}

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
  return {
      label,
      fmt::format("{}{}: the way back took {} when it was rehearsed", TimeText(*clock.turn_back),
                  clock.now ? ", " + Distance(*clock.now, *clock.turn_back) : "",
                  Took(clock.until - *clock.turn_back)),
      is_late};
}

std::string LeftText(const WindowClock& clock) {
  std::vector<std::string> known;
  std::vector<std::string> unknown;
  for (const StageLeft& one : clock.left) {
    const std::string& name = PhaseName(one.stage);
    one.took ? known.push_back(name + " " + Took(*one.took)) : unknown.push_back(name);
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
    return {label, IsPlanned(report, Phase::kCutover) ? "nothing up to the cutover" : "nothing"};
  }
  if (!clock.done) return {label, LeftText(clock)};
  const UtcTime last = clock.turn_back ? std::min(*clock.turn_back, clock.until) : clock.until;
  const bool is_late = *clock.done > last;
  return {label,
          fmt::format("{}; ends {} at the earliest, without waits for people{}", LeftText(clock),
                      TimeText(*clock.done),
                      !is_late                    ? ""
                      : *clock.done > clock.until ? ": after the window"
                                                  : ": too late to turn back"),
          is_late};
}

// Where the times come from: what a rehearsal measured depends on its data.
ClockLine SourceLine(const RehearsedTimes& times) {
  if (!times.unknown.empty()) return {"rehearsal", Shown(times.unknown, 300)};
  return {"rehearsal", fmt::format("{}, {}{}", ShownTime(times.at), Shown(times.ledger, 200),
                                   times.other_version ? ", of another version of the plan" : "")};
}

}  // namespace

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
  for (const Phase stage : report.left.value_or(std::vector<Phase>())) {
    if (stage <= Phase::kCutover) clock.left.push_back({stage, RehearsedTime(report, stage)});
  }
  const auto sum = SumOf(clock.left);
  if (sum && clock.now && !clock.left.empty()) clock.done = std::max(*clock.now, *from) + *sum;
  if (const auto back = RehearsedTime(report, Phase::kRollback)) clock.turn_back = *until - *back;
  return clock;
}

std::vector<ClockLine> ClockLines(const RunReport& report) {
  const auto clock = ClockOf(report);
  if (!clock) return {};
  std::vector<ClockLine> lines = {WindowLine(*clock), NowLine(*clock), TurnBackLine(*clock, report),
                                  LeftLine(*clock, report)};
  if (report.rehearsed) lines.push_back(SourceLine(*report.rehearsed));
  return lines;
}

RehearsedTimes TimesIn(const Ledger& ledger, const std::string& file, const Plan& plan) {
  RehearsedTimes times{.unknown = "", .ledger = file};
  std::map<Phase, const LedgerLine*> began;
  std::set<Phase> of_other_version;
  for (const LedgerLine& line : ledger.lines) {
    times.at = line.at;
    if (line.event == LedgerEvent::kStageBegan) began[line.stage] = &line;
    if (line.event != LedgerEvent::kStageEnded || !began.contains(line.stage)) continue;
    const LedgerLine& begin = *began.at(line.stage);
    if (line.details.value("status", 1) != 0 || begin.details.value("plan", "") != plan.name) {
      continue;
    }
    times.took[line.stage] = line.offset - begin.offset;
    of_other_version.erase(line.stage);
    if (begin.details.value("plan_digest", "") != plan.digest) of_other_version.insert(line.stage);
  }
  times.other_version = !of_other_version.empty();
  if (times.took.empty()) times.unknown = file + " has no stage of this plan that ended GO";
  return times;
}

}  // namespace gonogo
