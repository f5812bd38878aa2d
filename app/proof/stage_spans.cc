// A stage that is killed has no end, so a beginning may follow a beginning.
#include "app/proof/stage_spans.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/record/clocks.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

bool IsOfLook(LedgerEvent event) {
  return event == LedgerEvent::kLookBegan || event == LedgerEvent::kLookEnded;
}

// Adds a line that doesn't begin anything.
void Continue(const LedgerLine& line, std::vector<StageSpan>& spans) {
  StageSpan* const open = spans.empty() || spans.back().ended ? nullptr : &spans.back();
  const bool is_end = Ends(line.event);
  if (open == nullptr || open->stage != line.stage ||
      (is_end && open->is_look != IsOfLook(line.event))) {
    throw PlanError(fmt::format("it is of stage {}, which hasn't begun", PhaseName(line.stage)));
  }
  if (!is_end) return open->steps.push_back(line);
  open->ended = line;
  open->until = line.at;
}

void Add(const LedgerLine& line, const std::string& first, std::vector<StageSpan>& spans) {
  if (line.offset != TimeBetween(first, line.at)) {
    throw PlanError("\"t_offset_ms\" isn't the time since the first line");
  }
  if (line.event == LedgerEvent::kStageRefused) return;  // nothing was done, and no checks ran
  if (!Begins(line.event)) return Continue(line, spans);
  if (!spans.empty() && !spans.back().ended) spans.back().until = line.at;
  spans.push_back({.stage = line.stage, .is_look = IsOfLook(line.event), .began = line});
}

// What isn't a line about checks names none.
void AddRun(const LedgerLine& line, std::vector<NamedRun>& runs) {
  const std::string folder = line.details.value("evidence", "");
  if (folder.empty()) return;
  runs.push_back({.folder = folder,
                  .sums = line.details.value("sums", ""),
                  .is_passed = line.details.value("status", Json()) == 0});
}

}  // namespace

std::string StageSpan::Name() const {
  return (is_look ? "look at stage " : "stage ") + PhaseName(stage);
}

std::vector<StageSpan> StageSpansOf(const Ledger& ledger, const std::string& file) {
  std::vector<StageSpan> spans;
  for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
    try {
      Add(ledger.lines[i], ledger.lines.front().at, spans);
    } catch (const PlanError& error) {
      throw PlanError(fmt::format("{}:{}: {}", file, i + 1, error.what()));
    }
  }
  return spans;
}

std::vector<NamedRun> NamedRunsOf(const StageSpan& span) {
  std::vector<NamedRun> runs;
  for (const LedgerLine& step : span.steps) {
    if (step.event == LedgerEvent::kStepDone) AddRun(step, runs);
  }
  if (span.ended) AddRun(*span.ended, runs);
  return runs;
}

}  // namespace gonogo
