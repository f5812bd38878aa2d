// Each kind of command has one key that no other kind has: its action.
#include "core/plan/stage_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

struct KindOfCommand {
  CommandKind kind;
  std::string action;
  Json other_keys;  // with their defaults; null: no default
};

const std::vector<KindOfCommand>& Kinds() {
  static const std::vector<KindOfCommand> kinds = {
      {CommandKind::kProgram,
       "words",
       {{"rehearsal_words", Json::array()},
        {"folder", nullptr},
        {"files", nullptr},
        {"environment", Json::array()},
        {"timeout_s", 300}}},
      {CommandKind::kFlags, "flags", Json::object()},
      {CommandKind::kSourceWrites, "source_writes", Json::object()},
      {CommandKind::kSequences, "sequences", Json::object()},
      {CommandKind::kWait, "wait_s", Json::object()},
      {CommandKind::kChecks, "checks", {{"for_hours", 0}, {"every_s", 300}}}};
  return kinds;
}

const KindOfCommand& KindOf(const std::string& name, const Arguments& given) {
  const KindOfCommand* found = nullptr;
  int actions = 0;
  std::vector<std::string> known;
  for (const KindOfCommand& kind : Kinds()) {
    known.push_back(kind.action);
    if (!given.Has(kind.action)) continue;
    found = &kind;
    ++actions;
  }
  if (actions != 1) {
    throw PlanError(fmt::format("command \"{}\" must have one of {}", name, Join(known, ", ")));
  }
  return *found;
}

StageCommand CommandFrom(const Arguments& given) {
  const std::string name = given.Text("name");
  const KindOfCommand& kind = KindOf(name, given);
  Json arguments = kind.other_keys;
  for (const auto& [key, value] : given.values().items()) {
    if (key != "name" && key != kind.action && !arguments.contains(key)) {
      throw PlanError(fmt::format("command \"{}\" has \"{}\", which doesn't go with \"{}\"", name,
                                  key, kind.action));
    }
    arguments[key] = value;
  }
  if (arguments.value("files", Json()).is_null()) arguments.erase("files");
  if (kind.kind == CommandKind::kProgram && !given.Has("folder")) {
    throw PlanError(
        fmt::format("command \"{}\" needs a \"folder\" in which to run its words", name));
  }
  if (given.Map(kind.action).empty()) {
    throw PlanError(fmt::format("command \"{}\": \"{}\" is empty", name, kind.action));
  }
  return {.name = name, .kind = kind.kind, .arguments = Arguments(arguments)};
}

// Adds their names to `names`.
std::vector<StageCommand> CommandsIn(const Arguments& stage, const std::string& key,
                                     std::set<std::string>& names) {
  std::vector<StageCommand> commands;
  if (!stage.Has(key)) return commands;
  for (const Json& given : stage.Map(key)) {
    commands.push_back(CommandFrom(Arguments(given)));
    const std::string& name = commands.back().name;
    if (!names.insert(name).second) {
      throw PlanError(fmt::format("two commands have the name \"{}\"", name));
    }
  }
  return commands;
}

}  // namespace

std::vector<std::string> StageCommand::checks() const {
  return kind == CommandKind::kChecks ? arguments.Texts("checks") : std::vector<std::string>();
}

std::vector<StageCommand> StageCommandsOf(const Arguments& stage) {
  std::set<std::string> names;
  return CommandsIn(stage, "commands", names);
}

Undo UndoOf(const Arguments& stage) {
  std::set<std::string> names;
  const std::vector<StageCommand> commands = CommandsIn(stage, "commands", names);
  const std::vector<std::string> undone(names.begin(), names.end());
  Undo undo{.commands = CommandsIn(stage, "undo", names),
            .after_s = stage.Has("undo_after_s") ? stage.Integer("undo_after_s") : 0,
            .no_return = stage.Has("no_return") ? stage.Text("no_return") : ""};
  if (undo.commands.empty() && (undo.after_s > 0 || !undo.no_return.empty())) {
    throw PlanError(
        "\"undo_after_s\" and \"no_return\" need \"undo\": what takes the commands back");
  }
  if (!undo.commands.empty() && commands.empty()) {
    throw PlanError("\"undo\" needs \"commands\", which it takes back");
  }
  if (!undo.no_return.empty() &&
      std::find(undone.begin(), undone.end(), undo.no_return) == undone.end()) {
    throw PlanError(fmt::format("\"no_return\" names no command of the stage: \"{}\"{}",
                                undo.no_return, Suggestion(undo.no_return, undone)));
  }
  for (const StageCommand& command : undo.commands) {
    if (command.kind != CommandKind::kChecks && command.kind != CommandKind::kSequences) continue;
    throw PlanError(fmt::format("command \"{}\" of \"undo\" takes nothing back", command.name));
  }
  return undo;
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
