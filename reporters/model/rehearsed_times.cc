// Only what ended GO has a time.
#include "reporters/model/rehearsed_times.h"

#include <algorithm>
#include <set>
#include <utility>

namespace gonogo {
namespace {

using Duration = std::chrono::milliseconds;

// Returns whether the line says that this point of the runbook is reached.
bool IsEndOf(const RunbookPoint& point, const LedgerLine& line) {
  if (line.stage != point.stage) return false;
  const bool is_end = point.command.empty()
                          ? line.event == LedgerEvent::kStageEnded
                          : line.event == LedgerEvent::kStepDone && line.step == point.step();
  return is_end && line.details.value("status", Json(0)) == Json(0);
}

bool IsBeginOf(const RunbookPoint& point, const LedgerLine& line) {
  return line.event == LedgerEvent::kStepBegan && line.stage == point.stage &&
         line.step == point.step();
}

// Follows the runs of stages in a ledger.
class StageTimes {
 public:
  StageTimes(const Plan& plan, RehearsedTimes& times) : plan_(plan), times_(times) {}

  void Follow(const Ledger& ledger) {
    for (const LedgerLine& line : ledger.lines) {
      times_.at = line.at;
      if (line.event == LedgerEvent::kStageBegan) {
        began_[line.stage] = &line;
        reached_.reset();
      }
      if (plan_.window_terms && IsEndOf(plan_.window_terms->no_return, line)) {
        reached_ = line.offset;
      }
      if (line.event == LedgerEvent::kStageEnded) End(line);
    }
    times_.other_version = !of_other_version_.empty();
  }

  // Returns the time from the stage's beginning to the point of no return in its last run that
  // ended GO; nothing if that point isn't in it.
  std::optional<Duration> UpToNoReturn(Phase stage) const {
    const auto found = up_to_no_return_.find(stage);
    return found == up_to_no_return_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void End(const LedgerLine& line) {
    if (!began_.contains(line.stage)) return;
    const LedgerLine& begin = *began_.at(line.stage);
    const bool is_of_plan = begin.details.value("plan", "") == plan_.name;
    if (line.details.value("status", 1) != 0 || !is_of_plan) return;
    times_.took[line.stage] = line.offset - begin.offset;
    up_to_no_return_.erase(line.stage);
    if (reached_) up_to_no_return_[line.stage] = *reached_ - begin.offset;
    of_other_version_.erase(line.stage);
    if (begin.details.value("plan_digest", "") != plan_.digest) {
      of_other_version_.insert(line.stage);
    }
  }

  const Plan& plan_;
  RehearsedTimes& times_;
  std::map<Phase, const LedgerLine*> began_;
  std::optional<Duration> reached_;  // the point of no return, since a stage began
  std::map<Phase, Duration> up_to_no_return_;
  std::set<Phase> of_other_version_;
};

// Returns what counts for the stage: a rehearsal waits less than the plan does.
Duration CountsFor(Phase stage, Duration rehearsed, const Plan& plan) {
  const WindowTerms& terms = *plan.window_terms;
  const Duration with_margin = terms.WithMargin(rehearsed);
  if (!plan.stages.contains(stage)) return with_margin;
  return std::max(with_margin, PlannedWait(plan, stage, terms.no_return));
}

}  // namespace

RehearsedTimes TimesIn(const Ledger& ledger, const std::string& file, const Plan& plan) {
  RehearsedTimes times{.unknown = "", .ledger = file, .at = ""};
  StageTimes stages(plan, times);
  stages.Follow(ledger);
  if (times.took.empty()) times.unknown = file + " has no stage of this plan that ended GO";
  if (!plan.window_terms) return times;
  const WindowTerms& terms = *plan.window_terms;
  times.margin_percent = terms.margin_percent;
  for (const auto& [stage, took] : times.took) {
    // A stage that went on after an earlier run had passed the point has no time up to it.
    const auto up_to = stages.UpToNoReturn(stage);
    if (stage != terms.no_return.stage || up_to) {
      times.counts[stage] = CountsFor(stage, up_to.value_or(took), plan);
    }
  }
  const DowntimeOf downtime = DowntimeIn(ledger, plan);
  if (downtime.took && !downtime.is_undone) times.downtime = terms.WithMargin(*downtime.took);
  return times;
}

DowntimeOf DowntimeIn(const Ledger& ledger, const Plan& plan) {
  DowntimeOf found;
  if (!plan.window_terms || !plan.window_terms->downtime) return found;
  const Downtime& downtime = *plan.window_terms->downtime;
  std::optional<Duration> began;
  for (const LedgerLine& line : ledger.lines) {
    // A command that is tried again doesn't begin it again: the application waits since the first.
    if (!began && IsBeginOf(downtime.from, line)) {
      began = line.offset;
      found = {.since = line.at, .took = std::nullopt};
    }
    const bool is_undone = line.stage == downtime.from.stage && line.step == kUndoneStep;
    if (!began || !(is_undone || IsEndOf(downtime.until, line))) continue;
    found = {.since = "", .took = line.offset - *began, .is_undone = is_undone};
    began.reset();
  }
  return found;
}

}  // namespace gonogo
