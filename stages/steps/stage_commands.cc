// Before the first command runs, all are checked: a stage that stops halfway could leave the
// application without writes.
#include "stages/steps/stage_commands.h"

#include "core/plan/stage_command.h"
#include "fixtures/system/interrupt.h"
#include "stages/steps/checks_command.h"
#include "stages/steps/command_actions.h"
#include "stages/steps/command_log.h"
#include "stages/steps/resume_point.h"

namespace gonogo {
namespace {

std::string RunAndNote(StageRun& run, const StageCommand& command) {
  ThrowIfInterrupted();
  run.check_lock();
  run.output.print_line("  " + Describe(run, command));
  NoteBegun(run, command);
  return RunStageCommand(run, command);
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
  const std::size_t first = ResumePoint(run, commands);
  if (first == 0) {
    for (const StageCommand& command : commands) RequirePossible(run, command);
  } else {
    run.output.print_line("  resumes at " + commands[first].name);
    const std::string failure = AskAgain(run, FencesToAskAgain(run, commands, first));
    if (!failure.empty()) return {.failures = {failure}};
  }
  for (std::size_t i = first; i < commands.size(); ++i) {
    if (const std::string failure = RunAndNote(run, commands[i]); !failure.empty()) {
      return {.failures = {failure}};
    }
  }
  return {};
}

}  // namespace gonogo
