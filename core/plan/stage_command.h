// What a plan has a stage do beside its own act, one thing after the other: a program, flags of the
// application, the source's writes, sequences, a wait, and checks that must be green before it goes
// on.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"

namespace gonogo {

enum class CommandKind { kProgram, kFlags, kSourceWrites, kSequences, kWait, kChecks };

struct StageCommand {
  std::string name;
  CommandKind kind = CommandKind::kProgram;
  Arguments arguments;  // those of its kind, with their defaults

  // What the ledger calls its step.
  std::string step() const { return "command " + name; }

  // Of kChecks: their ids.
  std::vector<std::string> checks() const;
};

// The list under "commands" of a stage. Throws PlanError for one that says not just one thing to
// do, that lacks what belongs to it or has what does not, or that has the name of another.
std::vector<StageCommand> StageCommandsOf(const Arguments& stage);

// The ids of all checks that the stage's commands judge.
std::vector<std::string> ChecksInCommands(const std::vector<StageCommand>& commands);

}  // namespace gonogo
