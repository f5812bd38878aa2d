// A stage has the keys of every stage and its own parameters.
#include "core/plan/reading/stage_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/reading/plan_keys.h"
#include "core/plan/stage_command.h"
#include "core/text/suggestion.h"
#include "core/values/object_reader.h"

namespace gonogo {
namespace {

bool HasCheckIn(const Plan& plan, Phase phase) {
  return std::any_of(plan.checks.begin(), plan.checks.end(),
                     [&](const Check& check) { return check.BelongsTo(phase); });
}

void RequireCheckIn(const Plan& plan, Phase phase, const std::string& id) {
  std::vector<std::string> known;
  for (const Check& check : plan.checks) {
    known.push_back(check.id);
    if (check.id != id) continue;
    if (check.BelongsTo(phase)) return;
    throw PlanError(fmt::format("check \"{}\" isn't in phase \"{}\"", id, PhaseName(phase)));
  }
  throw PlanError(UnknownName("check", id, known));
}

void RequireUsable(const StageCommand& command, const Plan& plan, Phase phase) {
  if (command.kind == CommandKind::kFlags && plan.flag_file.empty()) {
    throw PlanError(
        fmt::format("command \"{}\" sets flags, but the plan has no \"flag_file\"", command.name));
  }
  const bool needs_source =
      command.kind == CommandKind::kSourceWrites || command.kind == CommandKind::kSequences;
  if (needs_source && !plan.has_source()) {
    throw PlanError(
        fmt::format("command \"{}\" needs a source, but the plan has none", command.name));
  }
  for (const std::string& check : command.checks()) RequireCheckIn(plan, phase, check);
}

class StageReader {
 public:
  StageReader(const LocatedJson& document, std::span<const Stage> stages, const Plan& plan,
              const Environment& environment)
      : document_(document), stages_(stages), plan_(plan), environment_(environment) {}

  const Stage& StageNamed(const std::string& name, const std::string& pointer) const {
    for (const Stage& stage : stages_) {
      if (PhaseName(stage.phase) == name) return stage;
    }
    document_.ThrowAt(pointer, UnknownName("stage", name, PhaseNames(AllPhases())));
  }

  Arguments Read(const Stage& stage, const std::string& pointer) const {
    std::vector<Parameter> parameters = stage.parameters;
    parameters.insert(parameters.end(), StageKeys().begin(), StageKeys().end());
    Arguments arguments(ReadObject(document_, pointer, parameters, {}, environment_));
    const std::string& name = PhaseName(stage.phase);
    if (stage.needs_source && !plan_.has_source()) {
      document_.ThrowAt(pointer,
                        fmt::format("stage \"{}\" needs a source, but the plan has none", name));
    }
    if (stage.needs_checks && !HasCheckIn(plan_, stage.phase)) {
      document_.ThrowAt(
          pointer,
          fmt::format("stage \"{0}\" needs a check: add \"{0}\" to the \"phases\" of one", name));
    }
    RequireUsableCommands(arguments, stage.phase, Below(pointer, "commands"));
    return arguments;
  }

 private:
  void RequireUsableCommands(const Arguments& stage, Phase phase,
                             const std::string& pointer) const {
    try {
      for (const StageCommand& command : StageCommandsOf(stage)) {
        RequireUsable(command, plan_, phase);
      }
      for (const StageCommand& command : UndoOf(stage).commands) {
        RequireUsable(command, plan_, phase);
      }
    } catch (const PlanError& error) {
      document_.ThrowAt(pointer, error.what());
    }
  }

  const LocatedJson& document_;
  std::span<const Stage> stages_;
  const Plan& plan_;
  const Environment& environment_;
};

}  // namespace

std::map<Phase, Arguments> ReadStages(const LocatedJson& document, std::span<const Stage> stages,
                                      const Plan& plan, const Environment& environment) {
  const Json given = document.value.value("stages", Json::object());
  if (!given.is_object()) document.ThrowAt("/stages", "must be an object");
  const StageReader reader(document, stages, plan, environment);
  std::map<Phase, Arguments> read;
  for (const auto& [name, value] : given.items()) {
    const std::string pointer = Below("/stages", name);
    if (!value.is_object()) document.ThrowAt(pointer, "must be an object");
    const Stage& stage = reader.StageNamed(name, pointer);
    read[stage.phase] = reader.Read(stage, pointer);
  }
  return read;
}

}  // namespace gonogo
