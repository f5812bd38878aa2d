// Nothing here decides: the gate rehearsal_evidence judges the rehearsal.
#include "app/run/rehearsed_times.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "core/json/json_error.h"
#include "fixtures/system/text_file.h"
#include "gates/records/rehearsed_rollbacks.h"
#include "stages/stage_order.h"
#include "stages/steps/command_log.h"

namespace gonogo {
namespace {

// Returns whether the command of that point has begun, and nothing has taken it back since.
bool HasBegun(const RunbookPoint& point, const Ledger& ledger) {
  const auto lines = CommandLines(ledger, point.stage);
  return std::any_of(lines.begin(), lines.end(), [&](const LedgerLine& line) {
    return line.event == LedgerEvent::kStepBegan && line.step == point.step();
  });
}

// Returns the stages of the plan that haven't passed, or nothing if that can't be told. A stage
// that goes on after the point of no return isn't left.
std::optional<std::vector<Phase>> StagesNotPassed(const Plan& plan, const Ledger& ledger) {
  if (plan.stages.empty()) return std::vector<Phase>();
  try {
    std::vector<Phase> left = RunbookOf(plan);
    for (const Phase passed : CompletedStages(plan, ledger)) std::erase(left, passed);
    const RunbookPoint& point = plan.window_terms->no_return;
    if (HasBegun(point, ledger)) std::erase(left, point.stage);
    return left;
  } catch (const std::exception&) {
    return std::nullopt;  // gonogo stage says what is wrong
  }
}

struct NamedLedger {
  std::string file;
  Ledger ledger;
};

// Returns the one that began last. One with a planted fault shows that the runbook stops, not how
// long it takes.
NamedLedger NewestOf(const std::vector<std::string>& files) {
  NamedLedger newest;
  std::string began;
  for (const std::string& file : files) {
    Ledger ledger = ParseLedger(ReadTextFile(file), file);
    if (!ledger.PlantedFault().empty()) continue;
    const std::string at = ledger.lines.empty() ? "" : ledger.lines.front().at;
    if (!newest.file.empty() && at < began) continue;
    began = at;
    newest = {file, std::move(ledger)};
  }
  return newest;
}

}  // namespace

RehearsedTimes RehearsedTimesOf(const Plan& plan) {
  const auto named = std::find_if(plan.checks.begin(), plan.checks.end(), [](const Check& one) {
    return one.gate != nullptr && one.gate->name == "rehearsal_evidence";
  });
  if (named == plan.checks.end()) {
    return {.unknown = "no check rehearsal_evidence of the plan names the ledger of one"};
  }
  const std::string path = named->arguments.Text("ledger");
  try {
    if (!std::filesystem::exists(path)) return {.unknown = path + " doesn't exist"};
    const NamedLedger newest = NewestOf(LedgersAt(path));
    if (newest.file.empty()) {
      return {.unknown = path + " has only rehearsals with a planted fault"};
    }
    return TimesIn(newest.ledger, newest.file, plan);
  } catch (const std::exception& error) {
    return {.unknown = path + " can't be read: " + WhatIsWrong(error)};
  }
}

void AddClock(const Plan& plan, RunReport& report) {
  report.evidence.run.window = plan.window;
  report.downtime = DowntimeIn(report.ledger, plan);
  if (!plan.window) return;
  report.left = StagesNotPassed(plan, report.ledger);
  report.rehearsed = RehearsedTimesOf(plan);
}

RunReport ReportForClock(const Plan& plan, const Ledger& ledger, const std::string& now) {
  RunReport report;
  report.plan = FactsOf(plan);
  report.ledger = ledger;
  report.finished = now;
  AddClock(plan, report);
  return report;
}

}  // namespace gonogo
