// All commands but `checks` can be repeated: flags, read-only mode and sequences are set to fixed
// values, and a plan's programs must allow it.
#include "stages/steps/resume_point.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/shown_command.h"
#include "fixtures/system/flag_file.h"
#include "stages/steps/checks_command.h"
#include "stages/steps/command_log.h"

namespace gonogo {
namespace {

// The index of the furthest command that was begun, or 0.
std::size_t FurthestBegun(const StageRun& run, const std::vector<StageCommand>& commands) {
  std::size_t furthest = 0;
  for (const LedgerLine& line : CommandLines(run)) {
    if (line.event != LedgerEvent::kStepBegan) continue;
    for (std::size_t i = 0; i < commands.size(); ++i) {
      if (commands[i].step() == line.step) furthest = std::max(furthest, i);
    }
  }
  return furthest;
}

// True if the flag file has the values that the commands up to `last` set.
bool FlagsAreSet(const StageRun& run, const std::vector<StageCommand>& commands, std::size_t last) {
  const Environment now = ReadFlags(run.plan.flag_file);
  Json wanted = Json::object();
  for (std::size_t i = 0; i <= last; ++i) {
    if (commands[i].kind == CommandKind::kFlags) wanted.update(commands[i].arguments.Map("flags"));
  }
  const auto& flags = wanted.items();
  return std::all_of(flags.begin(), flags.end(), [&](const auto& flag) {
    return Json(ValueOf(now, flag.key())) == flag.value();
  });
}

// True if checks before the command may say something else after it. gonogo's own setting of
// sequences and waiting change nothing that they look at.
bool ChangesWhatIsChecked(const StageCommand& command) {
  return command.kind == CommandKind::kProgram || command.kind == CommandKind::kFlags ||
         command.kind == CommandKind::kSourceWrites;
}

bool IsSoak(const StageCommand& command) {
  return command.kind == CommandKind::kChecks && command.arguments.Number("for_hours") > 0;
}

// Goes back from the furthest command over those that can be repeated: all up to the checks before
// it, and these checks, too, if only gonogo could have changed something since. Somebody may have
// opened the source again in the meantime.
std::size_t FirstToRepeat(const std::vector<StageCommand>& commands, std::size_t furthest) {
  std::size_t first = furthest;
  while (first > 0 && commands[first - 1].kind != CommandKind::kChecks) --first;
  for (std::size_t i = first; i <= furthest; ++i) {
    if (ChangesWhatIsChecked(commands[i])) return first;
  }
  while (first > 0 && !ChangesWhatIsChecked(commands[first - 1]) && !IsSoak(commands[first - 1])) {
    --first;
  }
  return first;
}

void RequirePassed(const StageRun& run, const StageCommand& checks) {
  if (HavePassed(run, checks)) return;
  throw PlanError(fmt::format(
      "checks \"{}\" haven't passed under this plan and environment, and can't be repeated after "
      "the commands that followed them: restore the environment, or go back with `{}`",
      checks.name, ShownCommand("stage rollback", run.plan)));
}

// False if it is still to be repeated: it was interrupted, or its program failed.
bool HasSucceeded(const StageRun& run, const StageCommand& command) {
  bool succeeded = false;
  for (const LedgerLine& line : CommandLines(run)) {
    if (line.step != command.step()) continue;
    succeeded =
        line.event == LedgerEvent::kStepDone && line.details.value("status", Json(0)) == Json(0);
  }
  return succeeded;
}

}  // namespace

std::size_t ResumePoint(StageRun& run, const std::vector<StageCommand>& commands) {
  if (commands.empty()) return 0;
  const std::size_t furthest = FurthestBegun(run, commands);
  if (!FlagsAreSet(run, commands, furthest)) {
    NoteRestart(run);
    return 0;
  }
  const std::size_t first = FirstToRepeat(commands, furthest);
  for (std::size_t i = 0; i < first; ++i) {
    if (commands[i].kind == CommandKind::kChecks) RequirePassed(run, commands[i]);
  }
  return first;
}

std::vector<std::string> FencesToAskAgain(const StageRun& run,
                                          const std::vector<StageCommand>& commands,
                                          std::size_t resume_point) {
  constexpr std::string_view kFence = "fence";  // the gate that looks at the source alone
  std::size_t next = resume_point;
  while (next < commands.size() && !ChangesWhatIsChecked(commands[next])) ++next;
  std::vector<std::string> fences;
  if (next == commands.size() || HasSucceeded(run, commands[next])) return fences;
  for (std::size_t i = next; i > 0 && !ChangesWhatIsChecked(commands[i - 1]); --i) {
    if (i > resume_point) continue;  // it will be run anyway
    for (const std::string& id : commands[i - 1].checks()) {
      if (run.plan.CheckNamed(id).gate->name == kFence) fences.push_back(id);
    }
  }
  return fences;
}

}  // namespace gonogo
