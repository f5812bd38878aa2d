// The time counts from the first command that still counts, also in an earlier process: who resumes
// a cutover too late takes it back.
#include "stages/steps/undoing.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "core/json/json_error.h"
#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "stages/steps/command_actions.h"
#include "stages/steps/command_log.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

struct Begun {
  std::string at;          // when the first command began; "": none has
  bool no_return = false;  // whether the one has from which on nothing is taken back
};

Begun BegunIn(const std::vector<LedgerLine>& lines, const std::vector<StageCommand>& commands,
              const std::string& no_return) {
  Begun begun;
  for (const LedgerLine& line : lines) {
    if (line.event != LedgerEvent::kStepBegan) continue;
    for (const StageCommand& command : commands) {
      if (command.step() != line.step) continue;
      if (begun.at.empty()) begun.at = line.at;
      if (command.name == no_return) begun.no_return = true;
    }
  }
  return begun;
}

std::size_t IndexOf(const std::vector<StageCommand>& commands, const std::string& name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const StageCommand& one) { return one.name == name; });
  return static_cast<std::size_t>(found - commands.begin());  // all, if there is none
}

}  // namespace

Undoing::Undoing(StageRun& run, const std::vector<StageCommand>& commands)
    : run_(run), commands_(commands), undo_(UndoOf(run.arguments)) {
  if (undo_.commands.empty() || run.dry()) return;
  had_acted_ = HasActed();
  const Begun begun = BegunIn(CommandLines(run), commands, undo_.no_return);
  if (begun.no_return) return;
  end_ = IndexOf(commands, undo_.no_return);
  deadline_ = run.last_moment;
  if (undo_.after_s == 0) return;
  Moment in_time = Clock::now() + std::chrono::seconds(undo_.after_s);
  if (!begun.at.empty()) in_time -= TimeBetween(begun.at, UtcNow());
  deadline_ = std::min(deadline_, in_time);
}

void Undoing::RequirePossible() const {
  for (const StageCommand& command : undo_.commands) gonogo::RequirePossible(run_, command);
}

bool Undoing::IsLate() const { return Clock::now() >= deadline_; }

bool Undoing::HasActed() const { return HaveActed(commands_, CommandLines(run_)); }

std::string Undoing::Try(const std::function<std::string()>& act) {
  std::string failure;
  run_.deadline = deadline_;
  try {
    if (!IsLate()) failure = act();
  } catch (const Interrupted&) {
    throw;
  } catch (const std::exception& error) {
    failure = WhatIsWrong(error);
  }
  run_.deadline = Moment::max();
  ThrowIfInterrupted();
  if (!IsLate()) return failure;
  const std::string late =
      deadline_ == run_.last_moment
          ? kPastLastMoment
          : fmt::format("not done {} s after the first command", undo_.after_s);
  return failure.empty() ? late : late + ": " + failure;
}

StageOutcome Undoing::TakeBack(const std::string& failure) {
  if (!had_acted_ && !HasActed()) return {.failures = {failure}};
  run_.output.print_line("  TAKES BACK what was done: " + failure);
  std::vector<std::string> left;
  for (const StageCommand& command : undo_.commands) {
    std::string why;
    try {
      why = RunAndNote(run_, command);
    } catch (const Interrupted&) {
      throw;
    } catch (const std::exception& error) {
      why = WhatIsWrong(error);
    }
    if (!why.empty()) left.push_back(fmt::format("NOT taken back by {}: {}", command.name, why));
  }
  StageOutcome outcome{.failures = {failure}};
  if (left.empty()) {
    NoteUndone(run_, failure);
    outcome.failures.push_back(fmt::format(
        "the commands were taken back, so the stage has changed nothing: `{}` begins with the first",
        ShownCommand("stage " + PhaseName(run_.stage.phase), run_.plan)));
  } else {
    left.push_back("take these back by hand, or run the stage again, which tries it again");
    outcome.failures.insert(outcome.failures.end(), left.begin(), left.end());
  }
  return outcome;
}

}  // namespace gonogo
