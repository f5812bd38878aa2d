// Only what ended GO has a time.
#include "reporters/model/rehearsed_times.h"

#include <algorithm>
#include <vector>

#include "reporters/model/rehearsed_runs.h"

namespace gonogo {
namespace {

using Duration = std::chrono::milliseconds;

bool IsBeginOf(const RunbookPoint& point, const LedgerLine& line) {
  return line.event == LedgerEvent::kStepBegan && line.stage == point.stage &&
         line.step == point.step();
}

// Returns what counts for a rehearsed time in which the plan waits. One that is shorter than the
// wait, but for a clock that was set a little, is of a rehearsal that shortened it.
Duration CountsFor(Duration rehearsed, Duration wait, const WindowTerms& terms) {
  const Duration with_margin = terms.WithMargin(rehearsed);
  const bool is_shortened = rehearsed < wait * 99 / 100;
  return is_shortened ? with_margin + wait : std::max(with_margin, wait);
}

// Returns what counts for a rehearsed time from one point to another. What the plan waits in it
// doesn't hide how long the rest took.
Duration CountsFor(Duration rehearsed, const RunbookPoint& from, const RunbookPoint& until,
                   const RehearsedRuns& runs, const Plan& plan) {
  Duration rest = rehearsed;
  Duration counts{0};
  Duration own_wait{0};
  for (const auto& [stage, step, wait] : PlannedWaits(plan, from, until)) {
    if (step.empty()) {
      own_wait += wait;
      continue;
    }
    const Duration waited = std::min(runs.TimeOf(stage, step), rest);
    counts += CountsFor(waited, wait, *plan.window_terms);
    rest -= waited;
  }
  return counts + CountsFor(rest, own_wait, *plan.window_terms);
}

// Returns the first of these commands that the run hasn't done, or "".
std::string FirstLacking(const std::vector<StageCommand>& commands, const RehearsedRun& run) {
  const auto lacking = std::find_if(commands.begin(), commands.end(), [&](const auto& command) {
    return !run.steps.contains(command.step());
  });
  return lacking == commands.end() ? "" : lacking->name;
}

void AddCounts(const RehearsedRuns& runs, const Plan& plan, RehearsedTimes& times) {
  const RunbookPoint& no_return = plan.window_terms->no_return;
  for (const auto& [stage, whole] : runs.whole) {
    const bool has_point = stage == no_return.stage;
    const RunbookPoint end = has_point ? no_return : RunbookPoint{stage, ""};
    const RehearsedRun& run = has_point && runs.up_to_no_return ? *runs.up_to_no_return : whole;
    if (plan.stages.contains(stage)) {
      const std::string lacking = FirstLacking(CommandsUpTo(plan, end), run);
      if (!lacking.empty()) {
        times.lacks[stage] = lacking;
        continue;
      }
    }
    times.counts[stage] = CountsFor(run.took, {stage, ""}, end, runs, plan);
  }
}

}  // namespace

RehearsedTimes TimesIn(const Ledger& ledger, const std::string& file, const Plan& plan) {
  RehearsedTimes times{.unknown = "", .ledger = file, .at = ""};
  const RehearsedRuns runs = RunsIn(ledger, plan);
  if (!ledger.lines.empty()) times.at = ledger.lines.back().at;
  times.other_version = runs.other_version;
  for (const auto& [stage, run] : runs.whole) times.took[stage] = run.took;
  if (times.took.empty()) times.unknown = file + " has no stage of this plan that ended GO";
  if (!plan.window_terms) return times;
  const WindowTerms& terms = *plan.window_terms;
  times.margin_percent = terms.margin_percent;
  AddCounts(runs, plan, times);
  const DowntimeOf downtime = DowntimeIn(ledger, plan);
  if (downtime.took && !downtime.is_undone) {
    times.downtime =
        CountsFor(*downtime.took, terms.downtime->from, terms.downtime->until, runs, plan);
  }
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
    const bool is_undone = (line.stage == downtime.from.stage && line.step == kUndoneStep) ||
                           IsEndOf({Phase::kRollback, ""}, line);
    if (!began || !(is_undone || IsEndOf(downtime.until, line))) continue;
    found = {.since = "", .took = line.offset - *began, .is_undone = is_undone};
    began.reset();
  }
  return found;
}

}  // namespace gonogo
