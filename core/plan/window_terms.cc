// A point is written as in the ledger: the stage, and after a dot its command.
#include "core/plan/window_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/error.h"
#include "core/plan/plan.h"
#include "core/plan/stage_command.h"
#include "core/text/suggestion.h"

namespace gonogo {
namespace {

using Duration = std::chrono::milliseconds;

std::vector<std::string> CommandNames(const Arguments& stage) {
  std::vector<std::string> names;
  for (const StageCommand& command : StageCommandsOf(stage)) names.push_back(command.name);
  return names;
}

// Reads "cutover.switch" or "cutover".
RunbookPoint PointFrom(const std::string& key, const std::string& text, const Plan& plan) {
  const std::size_t dot = text.find('.');
  const std::string name = text.substr(0, dot);
  std::vector<std::string> stages;
  for (const auto& [phase, arguments] : plan.stages) stages.push_back(PhaseName(phase));
  const auto stage = PhaseNamed(name);
  if (!stage || !plan.stages.contains(*stage)) {
    throw PlanError(fmt::format("\"{}\" must be a stage of the plan, or STAGE.COMMAND: {}", key,
                                UnknownName("stage", name, stages)));
  }
  if (dot == std::string::npos) return {*stage, ""};
  const std::string command = text.substr(dot + 1);
  const auto commands = CommandNames(plan.stages.at(*stage));
  if (std::find(commands.begin(), commands.end(), command) == commands.end()) {
    throw PlanError(
        fmt::format("\"{}\": {}", key, UnknownName("command of stage " + name, command, commands)));
  }
  return {*stage, command};
}

Phase FirstStage(const Plan& plan) {
  const bool is_beside = plan.has_source() && plan.stages.contains(Phase::kCutover);
  return is_beside ? Phase::kCutover : plan.stages.begin()->first;
}

std::string NoReturnOf(const Plan& plan, Phase stage) {
  return UndoOf(plan.stages.at(stage)).no_return;
}

RunbookPoint DefaultNoReturn(const Plan& plan) {
  const auto after = plan.stages.lower_bound(Phase::kFinalize);
  const Phase last = after == plan.stages.begin() ? after->first : std::prev(after)->first;
  return {last, NoReturnOf(plan, last)};
}

// What a stage undoes, and what there is no return from, must be told by the same command.
void RequireAsInStage(const RunbookPoint& point, const Plan& plan) {
  const std::string of_stage = NoReturnOf(plan, point.stage);
  if (of_stage.empty() || of_stage == point.command) return;
  throw PlanError(fmt::format(
      "\"point_of_no_return\" is {}, but the stage's \"no_return\" is \"{}\": name the same command",
      point.Name(), of_stage));
}

// Returns where the point is in the runbook: its stage, and the command's place in it.
std::pair<Phase, std::size_t> PlaceOf(const RunbookPoint& point, const Plan& plan) {
  const auto commands = CommandNames(plan.stages.at(point.stage));
  const auto found = std::find(commands.begin(), commands.end(), point.command);
  return {point.stage, static_cast<std::size_t>(found - commands.begin())};
}

Downtime DowntimeFrom(const Arguments& keys, const Plan& plan) {
  Downtime downtime{.from = PointFrom("from", keys.Text("from"), plan),
                    .until = PointFrom("until", keys.Text("until"), plan),
                    .budget = std::chrono::seconds(keys.Integer("budget_s"))};
  if (downtime.from.command.empty()) {
    throw PlanError("\"downtime\": \"from\" must be a command, STAGE.COMMAND: it begins with that");
  }
  if (PlaceOf(downtime.until, plan) < PlaceOf(downtime.from, plan)) {
    throw PlanError(fmt::format("\"downtime\": {} comes before {}", downtime.until.Name(),
                                downtime.from.Name()));
  }
  return downtime;
}

Duration WaitOf(const StageCommand& command) {
  switch (command.kind) {
    case CommandKind::kWait:
      return std::chrono::seconds(command.arguments.Integer("wait_s"));
    case CommandKind::kChecks:
      return std::chrono::duration_cast<Duration>(
          std::chrono::duration<double, std::ratio<3600>>(command.arguments.Number("for_hours")));
    default:
      return Duration{0};
  }
}

Duration WatchOf(const Arguments& dual_write) {
  const std::int64_t for_s = dual_write.Integer("for_s");
  const std::int64_t green = dual_write.Integer("until_green");
  if (green == 0) return std::chrono::seconds(for_s);
  return std::chrono::seconds(std::min(for_s, (green - 1) * dual_write.Integer("every_s")));
}

}  // namespace

std::string RunbookPoint::Name() const {
  return PhaseName(stage) + (command.empty() ? "" : "." + command);
}

std::string RunbookPoint::step() const {
  return command.empty() ? "" : StageCommand{.name = command}.step();
}

Duration WindowTerms::WithMargin(Duration rehearsed) const {
  return rehearsed * margin_percent / 100;
}

WindowTerms WindowTermsFrom(const Arguments& window, const Plan& plan) {
  WindowTerms terms{.must_fit = window.Boolean("must_fit"),
                    .margin_percent = window.Integer("margin_percent")};
  if (plan.stages.empty()) return terms;
  const std::string opens_with = window.Text("opens_with");
  terms.opens_with =
      opens_with.empty() ? FirstStage(plan) : PointFrom("opens_with", opens_with, plan).stage;
  const std::string point = window.Text("point_of_no_return");
  terms.no_return =
      point.empty() ? DefaultNoReturn(plan) : PointFrom("point_of_no_return", point, plan);
  RequireAsInStage(terms.no_return, plan);
  if (window.Has("downtime")) terms.downtime = DowntimeFrom(window.Member("downtime"), plan);
  return terms;
}

Duration PlannedWait(const Plan& plan, Phase stage, const RunbookPoint& until) {
  const Arguments& arguments = plan.stages.at(stage);
  Duration wait = stage == Phase::kDualWrite ? WatchOf(arguments) : Duration{0};
  for (const StageCommand& command : StageCommandsOf(arguments)) {
    wait += WaitOf(command);
    if (stage == until.stage && command.name == until.command) break;
  }
  return wait;
}

}  // namespace gonogo
