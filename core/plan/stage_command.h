// The commands of a stage: run a program, set flags, turn the source's writes on or off, set
// sequences, wait, or run checks that must pass before the next command.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/values/arguments.h"

namespace gonogo {

enum class CommandKind { kProgram, kFlags, kSourceWrites, kSequences, kWait, kChecks };

struct StageCommand {
  std::string name;
  CommandKind kind = CommandKind::kProgram;
  Arguments arguments;  // of its kind, with defaults

  // Returns the name of its step in the ledger.
  std::string step() const { return "command " + name; }

  // Returns the ids of its checks. Empty unless the kind is kChecks.
  std::vector<std::string> checks() const;
};

// Returns the list under "commands" of a stage. Throws PlanError if a command has no action or more
// than one, lacks a key, has a key of another action, or has a name that is taken.
std::vector<StageCommand> StageCommandsOf(const Arguments& stage);

// How a stage takes back its commands.
struct Undo {
  std::vector<StageCommand> commands;  // empty: it doesn't
  std::int64_t after_s = 0;            // seconds since the first command; 0: without limit
  std::string no_return;               // the first command that isn't undone; "": none
};

// Returns how the stage takes back its commands. Throws PlanError as StageCommandsOf does, and if a
// command checks something or has the name of one that is undone, or if there is nothing to undo.
Undo UndoOf(const Arguments& stage);

// Returns the ids of all checks that the commands run.
std::vector<std::string> ChecksInCommands(const std::vector<StageCommand>& commands);

}  // namespace gonogo
