// Each kind has a member that no other has; that member tells the kind.
#include "core/stage_command.h"

#include <set>
#include <utility>

#include "core/error.h"

namespace gonogo {
namespace {

const std::vector<std::pair<std::string, CommandKind>>& Kinds() {
  static const std::vector<std::pair<std::string, CommandKind>> kinds = {
      {"words", CommandKind::kProgram},
      {"flags", CommandKind::kFlags},
      {"source_writes", CommandKind::kSourceWrites},
      {"sequences", CommandKind::kSequences},
      {"checks", CommandKind::kChecks}};
  return kinds;
}

StageCommand CommandFrom(const Arguments& given) {
  StageCommand command{.name = given.Text("name"), .arguments = given};
  int things = 0;
  std::string known;
  for (const auto& [member, kind] : Kinds()) {
    known += (known.empty() ? "" : ", ") + member;
    if (!given.Has(member)) continue;
    command.kind = kind;
    ++things;
  }
  const std::string quoted = "command \"" + command.name + "\"";
  if (things != 1) throw PlanError(quoted + " must have one of " + known);
  if (command.kind == CommandKind::kProgram && !given.Has("folder")) {
    throw PlanError(quoted + " has words, and so needs a \"folder\" to run them in");
  }
  if (command.kind == CommandKind::kChecks && command.checks().empty()) {
    throw PlanError(quoted + " has no check");
  }
  return command;
}

}  // namespace

std::vector<std::string> StageCommand::checks() const {
  return kind == CommandKind::kChecks ? arguments.Texts("checks") : std::vector<std::string>();
}

std::vector<StageCommand> StageCommandsOf(const Arguments& stage) {
  std::vector<StageCommand> commands;
  std::set<std::string> names;
  for (const Json& given : stage.Map("commands")) {
    commands.push_back(CommandFrom(Arguments(given)));
    if (!names.insert(commands.back().name).second) {
      throw PlanError("command \"" + commands.back().name + "\" is given twice");
    }
  }
  return commands;
}

std::vector<std::string> ChecksInCommands(const std::vector<StageCommand>& commands) {
  std::vector<std::string> all;
  for (const StageCommand& command : commands) {
    const auto checks = command.checks();
    all.insert(all.end(), checks.begin(), checks.end());
  }
  return all;
}

}  // namespace gonogo
