// Each kind of command has one key that no other kind has: its action.
#include "core/plan/stage_command.h"

#include <fmt/format.h>

#include <set>

#include "core/error.h"
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

}  // namespace

std::vector<std::string> StageCommand::checks() const {
  return kind == CommandKind::kChecks ? arguments.Texts("checks") : std::vector<std::string>();
}

std::vector<StageCommand> StageCommandsOf(const Arguments& stage) {
  std::vector<StageCommand> commands;
  std::set<std::string> names;
  for (const Json& given : stage.Map("commands")) {
    commands.push_back(CommandFrom(Arguments(given)));
    const std::string& name = commands.back().name;
    if (!names.insert(name).second) {
      throw PlanError(fmt::format("two commands have the name \"{}\"", name));
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
