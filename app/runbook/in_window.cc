// Judges by the clock that reports show, so that the two can't differ.
#include "app/runbook/in_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/run/rehearsed_times.h"
#include "core/plan/shown_command.h"
#include "core/plan/stage_command.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"
#include "reporters/model/window_clock.h"
#include "stages/looks.h"
#include "stages/stage_order.h"
#include "stages/steps/command_log.h"

namespace gonogo {
namespace {

std::string TimeText(UtcTime time) { return ShownTime(UtcText(time)); }

// Returns what will be left once the stage begins: it, what comes after it and must run again, and
// what is left before it; all before it, if that isn't known.
std::vector<Phase> LeftAtBegin(const Plan& plan, const std::optional<std::vector<Phase>>& before,
                               Phase stage) {
  std::vector<Phase> left = RunbookOf(plan);
  std::erase_if(left, [&](Phase one) {
    return one < stage && before && std::find(before->begin(), before->end(), one) == before->end();
  });
  return left;
}

bool IsPastNoReturn(const Plan& plan, const RunReport& report, Phase stage) {
  const Phase point = plan.window_terms->no_return.stage;
  if (stage != point) return stage > point;
  return report.left &&
         std::find(report.left->begin(), report.left->end(), stage) == report.left->end();
}

// Returns whether the stage has done something that it takes back by itself when it is too late.
bool TakesItselfBack(const Plan& plan, const Ledger& ledger, Phase stage) {
  const Arguments& arguments = plan.stages.at(stage);
  return !UndoOf(arguments).commands.empty() &&
         HaveActed(StageCommandsOf(arguments), CommandLines(ledger, stage));
}

Refusal NoGo(const std::string& why) { return {Decision::kNoGo, "not begun: " + why}; }

std::optional<Refusal> WhyTooEarly(const Plan& plan, const ClockTimes& now) {
  const UtcTime from = ParseUtc(plan.window->from).value();
  const UtcTime earliest = ParseUtc(now.earliest).value();
  const UtcTime latest = ParseUtc(now.latest).value();
  if (earliest >= from) return std::nullopt;
  if (latest < from) {
    return NoGo(fmt::format("the window begins {}, in {}", TimeText(from), Took(from - latest)));
  }
  return Refusal{Decision::kUndecided,
                 fmt::format("not begun: whether the window has begun isn't known, because the "
                             "clocks of the host and the servers differ by {}: set them",
                             Took(latest - earliest))};
}

std::optional<Refusal> WhyEnded(UtcTime until, UtcTime now) {
  if (now <= until) return std::nullopt;
  return NoGo(
      fmt::format("the window ended {}, {} ago: book another", TimeText(until), Took(now - until)));
}

// Judges whether what is left still fits.
class LateJudge {
 public:
  LateJudge(const Plan& plan, const RunReport& report, const WindowClock& clock)
      : plan_(plan), terms_(*plan.window_terms), report_(report), clock_(clock), now_(*clock.now) {}

  std::optional<Refusal> Judge() const {
    if (auto refusal = WhyEnded(clock_.until, now_)) return refusal;
    if (!terms_.must_fit) return std::nullopt;
    const auto unknown = Unknown();
    if (!unknown.empty()) return Untold(Join(unknown, ", "));
    return WhyItDoesNotFit();
  }

 private:
  Refusal Untold(const std::string& what) const {
    const RehearsedTimes& times = *report_.rehearsed;
    return {
        Decision::kUndecided,
        fmt::format("not begun: whether the window suffices isn't known without a rehearsed "
                    "time for {}{}; rehearse with `{}` and name its DIR/ledger.jsonl in a check "
                    "of gate rehearsal_evidence, or set \"must_fit\": false in \"window\"",
                    what, times.unknown.empty() ? "" : " (" + Shown(times.unknown, 300) + ")",
                    ShownCommand("rehearse", plan_) + " --out DIR")};
  }

  // Returns the stage, and why its rehearsal doesn't count.
  std::string UnknownStage(Phase stage) const {
    const std::string text = "stage " + PhaseName(stage);
    const auto lacking = report_.rehearsed->lacks.find(stage);
    if (lacking == report_.rehearsed->lacks.end()) return text;
    return fmt::format("{} (it was rehearsed without its command {})", text, lacking->second);
  }

  // Returns what has no rehearsed time.
  std::vector<std::string> Unknown() const {
    std::vector<std::string> unknown;
    for (const StageLeft& one : clock_.left) {
      if (!one.takes) unknown.push_back(UnknownStage(one.stage));
    }
    if (plan_.stages.contains(Phase::kRollback) && !clock_.turn_back) {
      unknown.push_back(UnknownStage(Phase::kRollback));
    }
    if (terms_.downtime && !report_.rehearsed->downtime) unknown.push_back("the downtime");
    return unknown;
  }

  std::optional<Refusal> WhyItDoesNotFit() const {
    if (clock_.turn_back && now_ > *clock_.turn_back) {
      return NoGo(fmt::format("the last moment to turn back was {}, {} ago: the way back takes {}",
                              TimeText(*clock_.turn_back), Took(now_ - *clock_.turn_back),
                              Took(clock_.until - *clock_.turn_back)));
    }
    if (clock_.done && *clock_.done > clock_.Last()) {
      return NoGo(
          fmt::format("it is too late: {} would be reached {} at the earliest, but {} {}",
                      terms_.no_return.Name(), TimeText(*clock_.done),
                      clock_.turn_back ? "the last moment to turn back is" : "the window ends",
                      TimeText(clock_.Last())));
    }
    if (terms_.downtime && *report_.rehearsed->downtime > terms_.downtime->budget) {
      return NoGo(fmt::format("the downtime takes {}, but its budget is {}",
                              Took(*report_.rehearsed->downtime), Took(terms_.downtime->budget)));
    }
    return std::nullopt;
  }

  const Plan& plan_;
  const WindowTerms& terms_;
  const RunReport& report_;
  const WindowClock& clock_;
  UtcTime now_;
};

}  // namespace

std::optional<Refusal> WhyNotNow(const Plan& plan, const Ledger& ledger, Phase stage,
                                 const ClockTimes& now) {
  if (!plan.window || stage == Phase::kRollback) return std::nullopt;
  RunReport report = ReportForClock(plan, ledger, now.latest);
  const bool is_past = IsPastNoReturn(plan, report, stage);
  const bool must_go_on = is_past && !FirstAct(plan, ledger, stage).empty();
  if (!must_go_on && stage >= plan.window_terms->opens_with) {
    if (auto refusal = WhyTooEarly(plan, now)) return refusal;
  }
  if (is_past || TakesItselfBack(plan, ledger, stage)) return std::nullopt;
  report.left = LeftAtBegin(plan, report.left, stage);
  return LateJudge(plan, report, ClockOf(report).value()).Judge();
}

std::optional<Refusal> WhyNotInWindow(const Plan& plan, Phase stage, const ClockTimes& now) {
  if (!plan.window) return std::nullopt;
  if (stage >= plan.window_terms->opens_with) {
    if (auto refusal = WhyTooEarly(plan, now)) return refusal;
  }
  return WhyEnded(ParseUtc(plan.window->until).value(), ParseUtc(now.latest).value());
}

std::optional<UtcTime> LastMoment(const Plan& plan, const Ledger& ledger, Phase stage) {
  if (!plan.window || stage == Phase::kRollback) return std::nullopt;
  const RunReport report = ReportForClock(plan, ledger, "");
  if (IsPastNoReturn(plan, report, stage)) return std::nullopt;
  const WindowClock clock = ClockOf(report).value();
  return plan.window_terms->must_fit ? clock.Last() : clock.until;
}

}  // namespace gonogo
