// Reads a plan from its top to its checks; every complaint names the place.
#include "core/plan/plan_reader.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/plan/plan_keys.h"
#include "core/plan/stage_command.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"

namespace gonogo {
namespace {

// Letters, digits, `_` and `-`: the id names a ctest test, a file and a GoogleTest suite.
bool IsCheckId(const std::string& id) {
  return !id.empty() && id != "verdict" && id != "pair" && !id.starts_with("DISABLED_") &&
         std::all_of(id.begin(), id.end(), [](unsigned char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '_' || c == '-';
         });
}

class PlanReader {
 public:
  PlanReader(const LocatedJson& document, std::span<const Gate> gates,
             std::span<const Stage> stages, const Environment& environment)
      : document_(document), gates_(gates), stages_(stages), environment_(environment) {}

  Plan Read() {
    const Json keys =
        ReadObject(document_, "", PlanKeys(), {"connections", "checks", "stages"}, environment_);
    if (keys["gonogo"] != 1) document_.Refuse("/gonogo", "this gonogo reads plan format 1");
    plan_.file = document_.At("").file;
    plan_.name = keys["name"];
    plan_.summary = keys["summary"];
    plan_.flag_file = keys.value("flag_file", "");
    plan_.fixture = keys["fixture"];
    ReadLimits(Arguments(keys["limits"]));
    ReadBaseline(Arguments(keys));
    ReadConnections();
    ReadRelations(keys["relations"]);
    ReadExclusions(keys["exclude"]);
    ReadChecks();
    ReadWaivers(keys["waivers"]);
    ReadStages();
    return std::move(plan_);
  }

 private:
  void ReadLimits(const Arguments& limits) {
    plan_.limits.statement_timeout =
        std::chrono::milliseconds(limits.Integer("statement_timeout_ms"));
    plan_.limits.lock_timeout = std::chrono::milliseconds(limits.Integer("lock_timeout_ms"));
    plan_.limits.connect_timeout = std::chrono::seconds(limits.Integer("connect_timeout_s"));
  }

  void ReadBaseline(const Arguments& keys) {
    if (!keys.Has("baseline")) return;
    plan_.baseline = {.max_age =
                          std::chrono::hours(keys.Member("baseline").Integer("max_age_hours"))};
  }

  void ReadConnections() {
    const Json& document = document_.value;
    if (!document.contains("connections")) {
      document_.Refuse("", "\"connections\" is missing: source and target");
    }
    const Json& connections = document["connections"];
    if (!connections.is_object()) document_.Refuse("/connections", "must be an object");
    const std::vector<std::string> known = {"source", "target", "pooler"};
    for (const auto& [name, value] : connections.items()) {
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        document_.Refuse(Below("/connections", name),
                         "connection \"" + name + "\" is unknown" + Suggestion(name, known));
      }
      plan_.connections[name] = ReadConnection(Below("/connections", name));
    }
    if (!plan_.connections.contains("target")) {
      document_.Refuse("/connections", "no \"target\" is given");
    }
    if (plan_.connections.contains("source") && plan_.baseline) {
      document_.Refuse("/connections",
                       "a baseline stands where the source would: give one of them");
    }
    if (!plan_.connections.contains("source") && !plan_.baseline) {
      document_.Refuse("/connections",
                       "no \"source\" is given; a migration inside one database has a "
                       "\"baseline\" instead");
    }
  }

  Connection ReadConnection(const std::string& pointer) {
    if (!document_.value.at(Json::json_pointer(pointer)).is_object()) {
      document_.Refuse(pointer, "must be an object: {\"url\": {\"env\": \"SRC_DB_URL\"}}");
    }
    const std::string url = Below(pointer, "url");
    ReadObject(document_, pointer, {}, {"url"}, environment_);
    const Json& given = document_.value.at(Json::json_pointer(pointer));
    if (given.contains("url") && given["url"].is_string()) {
      const std::string text = given["url"];
      if (text.find("://") != std::string::npos || text.find("password") != std::string::npos) {
        document_.Refuse(url, "a URL can hold a password: give {\"env\": NAME}, or service=NAME");
      }
      return {.variable = "", .url = text};
    }
    if (!given.contains("url") || !given["url"].is_object()) {
      document_.Refuse(pointer, "\"url\" must be {\"env\": NAME} or \"service=NAME\"");
    }
    const Json reference = ReadObject(document_, url, {VariableName()}, {}, environment_);
    return {.variable = reference["env"], .url = ""};
  }

  void ReadRelations(const Json& relations) {
    std::set<std::string> seen;
    std::set<std::string> targets;
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const Arguments given(relations[i]);
      const std::string source = given.Text("source");
      if (!seen.insert(Normalised(source)).second) {
        document_.Refuse(Below("/relations", i), "relation " + source + " is given twice");
      }
      const std::string target = given.Has("target") ? given.Text("target") : source;
      if (plan_.baseline && Normalised(target) != Normalised(source)) {
        document_.Refuse(Below("/relations", i), "inside one database no relation moves");
      }
      if (!targets.insert(Normalised(target)).second) {
        document_.Refuse(Below("/relations", i), "two relations go to " + target);
      }
      plan_.relations.push_back({.source = source, .target = target, .key = given.Texts("key")});
    }
  }

  void ReadExclusions(const Json& exclusions) {
    for (std::size_t i = 0; i < exclusions.size(); ++i) {
      const Arguments given(exclusions[i]);
      if (Trim(given.Text("reason")).empty()) {
        document_.Refuse(Below("/exclude", i), "an exclusion needs a reason");
      }
      if (given.Has("relation") == given.Has("schema")) {
        document_.Refuse(Below("/exclude", i), "an exclusion needs a \"relation\" or a \"schema\"");
      }
      plan_.exclusions.push_back({.relation = given.Has("relation") ? given.Text("relation") : "",
                                  .schema = given.Has("schema") ? given.Text("schema") : "",
                                  .reason = given.Text("reason")});
    }
  }

  void ReadChecks() {
    const Json& document = document_.value;
    if (!document.contains("checks") || !document["checks"].is_array() ||
        document["checks"].empty()) {
      document_.Refuse(document.contains("checks") ? "/checks" : "",
                       "\"checks\" must be a list with at least one check");
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < document["checks"].size(); ++i) {
      Check check = ReadCheck(Below("/checks", i));
      if (!seen.insert(check.id).second) {
        document_.Refuse(Below(Below("/checks", i), "id"),
                         "check id \"" + check.id + "\" is given twice");
      }
      plan_.checks.push_back(std::move(check));
    }
  }

  // An expired one is none of the plan's faults: the verdict says so.
  void ReadWaivers(const Json& waivers) {
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      try {
        const Waiver waiver = WaiverFrom(waivers[i]);
        RequireCovered(plan_, waiver);
        plan_.waivers.push_back(waiver);
      } catch (const PlanError& error) {
        document_.Refuse(Below("/waivers", i), error.what());
      }
    }
  }

  void ReadStages() {
    const Json stages = document_.value.value("stages", Json::object());
    if (!stages.is_object()) document_.Refuse("/stages", "must be an object");
    for (const auto& [name, value] : stages.items()) {
      const std::string pointer = Below("/stages", name);
      if (!value.is_object()) document_.Refuse(pointer, "must be an object");
      const Stage& stage = StageNamed(name, pointer);
      std::vector<Parameter> parameters = stage.parameters;
      parameters.insert(parameters.end(), StageKeys().begin(), StageKeys().end());
      plan_.stages[stage.phase] =
          Arguments(ReadObject(document_, pointer, parameters, {}, environment_));
      if (stage.needs_source && !plan_.has_source()) {
        document_.Refuse(pointer, "stage \"" + name + "\" needs a source, and the plan has none");
      }
      if (stage.needs_checks && !HasCheckIn(stage.phase)) {
        document_.Refuse(pointer, "stage \"" + name +
                                      "\" has no check to look with: give one the " + "phase \"" +
                                      name + "\"");
      }
      RequireUsableCommands(stage.phase, pointer);
    }
  }

  void RequireUsableCommands(Phase phase, const std::string& stage) const {
    const std::string pointer = Below(stage, "commands");
    try {
      for (const StageCommand& command : StageCommandsOf(plan_.stages.at(phase))) {
        if (command.kind == CommandKind::kFlags && plan_.flag_file.empty()) {
          throw PlanError("command \"" + command.name +
                          "\" sets flags, and the plan names no \"flag_file\"");
        }
        const bool of_source =
            command.kind == CommandKind::kSourceWrites || command.kind == CommandKind::kSequences;
        if (of_source && !plan_.has_source()) {
          throw PlanError("command \"" + command.name +
                          "\" is about a source, and the plan has none");
        }
        for (const std::string& check : command.checks()) RequireCheckIn(phase, check);
      }
    } catch (const PlanError& error) {
      document_.Refuse(pointer, error.what());
    }
  }

  void RequireCheckIn(Phase phase, const std::string& id) const {
    for (const Check& check : plan_.checks) {
      if (check.id != id) continue;
      if (check.BelongsTo(phase)) return;
      throw PlanError("check \"" + id + "\" has not the phase \"" + PhaseName(phase) + "\"");
    }
    throw PlanError("there is no check \"" + id + "\"");
  }

  const Stage& StageNamed(const std::string& name, const std::string& pointer) const {
    for (const Stage& stage : stages_) {
      if (PhaseName(stage.phase) == name) return stage;
    }
    document_.Refuse(
        pointer, "stage \"" + name + "\" is unknown" + Suggestion(name, PhaseNames(AllPhases())));
  }

  bool HasCheckIn(Phase phase) const {
    return std::any_of(plan_.checks.begin(), plan_.checks.end(),
                       [&](const Check& check) { return check.BelongsTo(phase); });
  }

  Check ReadCheck(const std::string& pointer) {
    const Json& given = document_.value.at(Json::json_pointer(pointer));
    if (!given.is_object()) document_.Refuse(pointer, "must be an object");
    std::vector<std::string> gate_keys;
    const Gate* const gate = FindGate(given, pointer);
    for (const Parameter& parameter : gate->parameters) gate_keys.push_back(parameter.name);
    const Json common = ReadObject(document_, pointer, CheckKeys(), gate_keys, environment_);
    std::vector<std::string> check_keys;
    for (const Parameter& parameter : CheckKeys()) check_keys.push_back(parameter.name);

    Check check;
    check.id = common["id"];
    if (!IsCheckId(check.id)) {
      document_.Refuse(Below(pointer, "id"), "\"" + check.id +
                                                 "\" cannot be a check's id: letters, digits, _ "
                                                 "and -, not \"verdict\", \"pair\", DISABLED_...");
    }
    check.gate = gate;
    check.location = document_.At(pointer);
    check.severity = SeverityNamed(common["severity"]);
    check.phases = ReadPhases(common, pointer, *gate);
    check.arguments =
        Arguments(ReadObject(document_, pointer, gate->parameters, check_keys, environment_));
    check.subjects = ReadSubjects(check, pointer);
    return check;
  }

  const Gate* FindGate(const Json& check, const std::string& pointer) const {
    if (!check.contains("gate") || !check["gate"].is_string()) {
      document_.Refuse(pointer, "\"gate\" is missing: the kind of check, a text");
    }
    const std::string name = check["gate"];
    std::vector<std::string> known;
    for (const Gate& gate : gates_) {
      if (gate.name == name) return &gate;
      known.push_back(gate.name);
    }
    document_.Refuse(Below(pointer, "gate"),
                     "gate \"" + name + "\" is unknown" + Suggestion(name, known));
  }

  std::vector<Phase> ReadPhases(const Json& common, const std::string& pointer,
                                const Gate& gate) const {
    if (!common.contains("phases")) {
      if (gate.phases.empty()) document_.Refuse(pointer, "a check needs a phase");
      return gate.phases;
    }
    std::vector<Phase> phases;
    const auto names = common["phases"].get<std::vector<std::string>>();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string place = Below(Below(pointer, "phases"), i);
      const auto phase = PhaseNamed(names[i]);
      if (!phase) {
        const auto known = PhaseNames(AllPhases());
        document_.Refuse(place,
                         "phase \"" + names[i] + "\" is unknown" + Suggestion(names[i], known));
      }
      if (std::find(phases.begin(), phases.end(), *phase) != phases.end()) {
        document_.Refuse(place, "phase \"" + names[i] + "\" is given twice");
      }
      phases.push_back(*phase);
    }
    if (phases.empty()) document_.Refuse(Below(pointer, "phases"), "a check needs a phase");
    return phases;
  }

  std::vector<Subject> ReadSubjects(const Check& check, const std::string& pointer) const {
    std::vector<Subject> subjects;
    try {
      subjects = check.gate->subjects(plan_, check.arguments);
    } catch (const PlanError& error) {
      document_.Refuse(pointer, "check \"" + check.id + "\": " + error.what());
    }
    if (subjects.empty()) {
      document_.Refuse(pointer, "check \"" + check.id + "\" has nothing to look at");
    }
    std::set<std::string> seen;
    for (const Subject& subject : subjects) {
      if (!seen.insert(subject.name).second) {
        document_.Refuse(
            pointer, "check \"" + check.id + "\" has the subject \"" + subject.name + "\" twice");
      }
    }
    return subjects;
  }

  const LocatedJson& document_;
  std::span<const Gate> gates_;
  std::span<const Stage> stages_;
  const Environment& environment_;
  Plan plan_;
};

}  // namespace

Plan ReadPlan(const LocatedJson& document, std::span<const Gate> gates,
              std::span<const Stage> stages, const Environment& environment) {
  return PlanReader(document, gates, stages, environment).Read();
}

}  // namespace gonogo
