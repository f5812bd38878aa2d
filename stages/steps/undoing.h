// Takes back the commands of a stage, if one fails or they aren't done in time: "undo" of the plan.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/plan/stage.h"
#include "core/plan/stage_command.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

inline constexpr const char* kPastLastMoment =
    "the last moment to turn back is over, by the plan's window";

class Undoing {
 public:
  // Make it before the commands run, and before anybody looks where they resume: it reads in the
  // ledger when they began. The commands must outlive it.
  Undoing(StageRun& run, const std::vector<StageCommand>& commands);

  // Throws PlanError if a command that takes something back isn't possible.
  void RequirePossible() const;

  // Returns the number of commands, from the first on, that are taken back: none if the plan
  // doesn't say how, or if the command from which on there is no return has begun.
  std::size_t end() const { return end_; }

  // Lets `act` run these commands until the deadline. Returns how it failed, also if it threw or
  // wasn't done in time, or "". Throws Interrupted.
  std::string Try(const std::function<std::string()>& act);

  // Takes the commands back, says so, and notes it, unless only checks and waits have begun, which
  // change nothing. Returns the outcome of the stage: the failure, and what became of the commands.
  // Throws Interrupted.
  StageOutcome TakeBack(const std::string& failure);

 private:
  bool IsLate() const;
  bool HasActed() const;

  StageRun& run_;
  const std::vector<StageCommand>& commands_;
  Undo undo_;
  std::size_t end_ = 0;
  Moment deadline_ = Moment::max();
  bool had_acted_ = false;  // before this run
};

}  // namespace gonogo
