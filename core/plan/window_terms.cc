// A point is written as in the ledger: the stage, and after a dot its command.
#include "core/plan/window_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/error.h"
#include "core/plan/plan.h"
#include "core/text/suggestion.h"

namespace gonogo {
namespace {

using Duration = std::chrono::milliseconds;

std::vector<std::string> CommandNames(const Arguments& stage) {
  std::vector<std::string> names;
  for (const StageCommand& command : StageCommandsOf(stage)) names.push_back(command.name);
  return names;
}

// Reads "cutover.switch" or "cutover". Rollback isn't on the way forward.
RunbookPoint PointFrom(const std::string& key, const std::string& text, const Plan& plan) {
  const std::size_t dot = text.find('.');
  const std::string name = text.substr(0, dot);
  std::vector<std::string> stages;
  for (const auto& [phase, arguments] : plan.stages) {
    if (phase != Phase::kRollback) stages.push_back(PhaseName(phase));
  }
  const auto stage = PhaseNamed(name);
  if (!stage || std::find(stages.begin(), stages.end(), name) == stages.end()) {
    throw PlanError(
        fmt::format("\"{}\" must be a stage of the plan on the way forward, or STAGE.COMMAND: {}",
                    key, UnknownName("stage", name, stages)));
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

Phase OpeningStage(const std::string& given, const Plan& plan) {
  if (given.empty()) {
    const bool is_beside = plan.has_source() && plan.stages.contains(Phase::kCutover);
    return is_beside ? Phase::kCutover : plan.stages.begin()->first;
  }
  const RunbookPoint point = PointFrom("opens_with", given, plan);
  if (point.command.empty()) return point.stage;
  throw PlanError(fmt::format("\"opens_with\" must be a stage, which begins as a whole: \"{}\"",
                              PhaseName(point.stage)));
}

std::string NoReturnOf(const Plan& plan, Phase stage) {
  return UndoOf(plan.stages.at(stage)).no_return;
}

RunbookPoint DefaultNoReturn(const Plan& plan) {
  const auto after = plan.stages.lower_bound(Phase::kFinalize);
  const Phase last = after == plan.stages.begin() ? after->first : std::prev(after)->first;
  return {last, NoReturnOf(plan, last)};
}

// What a stage undoes, and what there is no return from, must be told by the same command:
// otherwise the stage would take back at the last moment what there is no return from.
void RequireAsInStage(const RunbookPoint& point, const Plan& plan) {
  const Undo undo = UndoOf(plan.stages.at(point.stage));
  if (undo.commands.empty() || undo.no_return == point.command) return;
  throw PlanError(
      undo.no_return.empty()
          ? fmt::format("\"point_of_no_return\" is {}, but the stage takes back all its commands: "
                        "add \"no_return\": \"{}\" to the stage",
                        point.Name(), point.command)
          : fmt::format("\"point_of_no_return\" is {}, but the stage's \"no_return\" is \"{}\": "
                        "name the same command",
                        point.Name(), undo.no_return));
}

// Longer times would only be mistakes, and couldn't be added to others.
constexpr std::int64_t kMostSeconds = 366LL * 24 * 3600;

Duration SecondsFrom(double given) {
  return std::chrono::seconds(
      static_cast<std::int64_t>(std::min(given, static_cast<double>(kMostSeconds))));
}

std::int64_t AtMost(std::int64_t most, const std::string& key, std::int64_t number) {
  if (number <= most) return number;
  throw PlanError(fmt::format("\"{}\" must be at most {}, not {}", key, most, number));
}

// Returns where the point is in the runbook: its stage, and the command's place in it.
std::pair<Phase, std::size_t> PlaceOf(const RunbookPoint& point, const Plan& plan) {
  const auto commands = CommandNames(plan.stages.at(point.stage));
  const auto found = std::find(commands.begin(), commands.end(), point.command);
  return {point.stage, static_cast<std::size_t>(found - commands.begin())};
}

Downtime DowntimeFrom(const Arguments& keys, const Plan& plan) {
  Downtime downtime{
      .from = PointFrom("downtime.from", keys.Text("from"), plan),
      .until = PointFrom("downtime.until", keys.Text("until"), plan),
      .budget = std::chrono::seconds(AtMost(kMostSeconds, "budget_s", keys.Integer("budget_s")))};
  if (downtime.from.command.empty()) {
    throw PlanError("\"downtime.from\" must be a command, STAGE.COMMAND: it begins with that");
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
      return SecondsFrom(static_cast<double>(command.arguments.Integer("wait_s")));
    case CommandKind::kChecks:
      return SecondsFrom(std::ceil(command.arguments.Number("for_hours") * 3600));
    default:
      return Duration{0};
  }
}

// Returns how long the stage waits besides its commands.
Duration OwnWaitOf(Phase stage, const Arguments& arguments) {
  const auto integer = [&](const char* key) { return static_cast<double>(arguments.Integer(key)); };
  if (stage == Phase::kRollback && arguments.Has("grace_s")) return SecondsFrom(integer("grace_s"));
  if (stage != Phase::kDualWrite || !arguments.Has("for_s")) return Duration{0};
  const double green = integer("until_green");
  const double until_green = (green - 1) * integer("every_s");
  return SecondsFrom(green == 0 ? integer("for_s") : std::min(integer("for_s"), until_green));
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
  constexpr std::int64_t kMostMargin = 1000;
  WindowTerms terms{
      .must_fit = window.Boolean("must_fit"),
      .margin_percent = AtMost(kMostMargin, "margin_percent", window.Integer("margin_percent"))};
  const std::string opens_with = window.Text("opens_with");
  const std::string point = window.Text("point_of_no_return");
  const bool names_none = opens_with.empty() && point.empty() && !window.Has("downtime");
  if (plan.stages.empty() && names_none) return terms;
  if (plan.stages.empty())
    throw PlanError("the window names a stage, but the plan has no \"stages\"");
  terms.opens_with = OpeningStage(opens_with, plan);
  terms.no_return =
      point.empty() ? DefaultNoReturn(plan) : PointFrom("point_of_no_return", point, plan);
  RequireAsInStage(terms.no_return, plan);
  if (window.Has("downtime")) terms.downtime = DowntimeFrom(window.Member("downtime"), plan);
  return terms;
}

std::vector<PlannedWait> PlannedWaits(const Plan& plan, const RunbookPoint& from,
                                      const RunbookPoint& until) {
  std::vector<PlannedWait> waits;
  const auto add = [&waits](Phase stage, const std::string& step, Duration wait) {
    if (wait.count() > 0) waits.push_back({stage, step, wait});
  };
  for (const auto& [stage, arguments] : plan.stages) {
    if (stage < from.stage || stage > until.stage) continue;
    const bool is_whole = stage != until.stage || until.command.empty();
    if (is_whole) add(stage, "", OwnWaitOf(stage, arguments));
    bool is_in = stage != from.stage || from.command.empty();
    for (const StageCommand& command : StageCommandsOf(arguments)) {
      is_in = is_in || command.name == from.command;
      if (is_in) add(stage, command.step(), WaitOf(command));
      if (stage == until.stage && command.name == until.command) break;
    }
  }
  return waits;
}

std::vector<StageCommand> CommandsUpTo(const Plan& plan, const RunbookPoint& until) {
  auto commands = StageCommandsOf(plan.stages.at(until.stage));
  const auto last = std::find_if(commands.begin(), commands.end(), [&](const StageCommand& one) {
    return one.name == until.command;
  });
  if (last != commands.end()) commands.erase(std::next(last), commands.end());
  return commands;
}

}  // namespace gonogo
