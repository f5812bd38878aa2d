// Before the first command runs, all are checked: a stage that stops halfway could leave the
// application without writes.
#include "stages/steps/stage_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/plan/stage_command.h"
#include "stages/steps/checks_command.h"
#include "stages/steps/command_actions.h"
#include "stages/steps/resume_point.h"
#include "stages/steps/undoing.h"

namespace gonogo {
namespace {

// Returns the number of commands, from the first on, that don't begin after the last moment to turn
// back: up to the one from which on there is no return.
std::size_t EndOfReturn(const StageRun& run, const std::vector<StageCommand>& commands) {
  if (!run.plan.window_terms) return 0;
  const RunbookPoint& point = run.plan.window_terms->no_return;
  if (run.stage.phase != point.stage) return commands.size();
  return CommandsUpTo(run.plan, point).size();
}

// Runs these commands, up to the first that fails. Returns how it failed, or "".
std::string RunRange(StageRun& run, const std::vector<StageCommand>& commands, std::size_t first,
                     std::size_t end) {
  const std::size_t end_of_return = EndOfReturn(run, commands);
  for (std::size_t i = first; i < end; ++i) {
    const auto now = std::chrono::steady_clock::now();
    if (now >= run.deadline) return commands[i].name + " hasn't begun";
    if (now >= run.last_moment && i < end_of_return) {
      return fmt::format("{} hasn't begun: {}", commands[i].name, kPastLastMoment);
    }
    if (std::string failure = RunAndNote(run, commands[i]); !failure.empty()) return failure;
  }
  return "";
}

}  // namespace

StageOutcome DoCommands(StageRun& run) {
  const std::vector<StageCommand> commands = StageCommandsOf(run.arguments);
  if (run.dry()) {
    for (const StageCommand& command : commands) {
      run.output.print_line("  would " + Describe(run, command));
    }
    return {};
  }
  Undoing undoing(run, commands);
  const std::size_t first = ResumePoint(run, commands);
  if (first == 0) {
    for (const StageCommand& command : commands) RequirePossible(run, command);
    undoing.RequirePossible();
  } else {
    run.output.print_line("  resumes at " + commands[first].name);
  }
  const auto run_up_to = [&](std::size_t begin, std::size_t end) {
    std::string failure;
    if (begin > 0 && begin == first) {
      failure = AskAgain(run, FencesToAskAgain(run, commands, first));
    }
    return failure.empty() ? RunRange(run, commands, begin, end) : failure;
  };
  const std::size_t undone = std::max(first, undoing.end());
  if (first < undoing.end()) {
    const std::string failure = undoing.Try([&] { return run_up_to(first, undone); });
    if (!failure.empty()) return undoing.TakeBack(failure);
  }
  const std::string failure = run_up_to(undone, commands.size());
  if (!failure.empty()) return {.failures = {failure}};
  return {};
}

}  // namespace gonogo
