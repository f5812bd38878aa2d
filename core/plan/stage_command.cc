// Each kind has a member that no other has; that member tells the kind.
#include "core/plan/stage_command.h"

#include <set>

#include "core/error.h"

namespace gonogo {
namespace {

struct KindOfCommand {
  CommandKind kind;
  std::string member;  // that tells it from the others
  Json other_members;  // with their defaults; null: none
};

const std::vector<KindOfCommand>& Kinds() {
  static const std::vector<KindOfCommand> kinds = {
      {CommandKind::kProgram,
       "words",
       {{"rehearsal_words", Json::array()},
        {"folder", nullptr},
        {"environment", Json::array()},
        {"timeout_s", 300}}},
      {CommandKind::kFlags, "flags", Json::object()},
      {CommandKind::kSourceWrites, "source_writes", Json::object()},
      {CommandKind::kSequences, "sequences", Json::object()},
      {CommandKind::kWait, "wait_s", Json::object()},
      {CommandKind::kChecks, "checks", {{"for_hours", 0}, {"every_s", 300}}}};
  return kinds;
}

const KindOfCommand& KindOf(const Arguments& given, const std::string& quoted) {
  const KindOfCommand* found = nullptr;
  int things = 0;
  std::string known;
  for (const KindOfCommand& kind : Kinds()) {
    known += (known.empty() ? "" : ", ") + kind.member;
    if (!given.Has(kind.member)) continue;
    found = &kind;
    ++things;
  }
  if (things != 1) throw PlanError(quoted + " must have one of " + known);
  return *found;
}

StageCommand CommandFrom(const Arguments& given) {
  const std::string name = given.Text("name");
  const std::string quoted = "command \"" + name + "\"";
  const KindOfCommand& kind = KindOf(given, quoted);
  Json members = kind.other_members;
  for (const auto& [member, value] : given.values().items()) {
    if (member != "name" && member != kind.member && !members.contains(member)) {
      throw PlanError(quoted + " has " + kind.member + ", which takes no \"" + member + "\"");
    }
    members[member] = value;
  }
  if (kind.kind == CommandKind::kProgram && !given.Has("folder")) {
    throw PlanError(quoted + " has words, and so needs a \"folder\" to run them in");
  }
  if (given.Map(kind.member).empty()) throw PlanError(quoted + " has empty " + kind.member);
  return {.name = name, .kind = kind.kind, .arguments = Arguments(members)};
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
