// A check has the keys of every check and the parameters of its gate.
#include "core/plan/reading/check_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/error.h"
#include "core/plan/reading/plan_keys.h"
#include "core/text/suggestion.h"
#include "core/values/object_reader.h"

namespace gonogo {
namespace {

// The id is the name of a ctest test, of a file and of a GoogleTest suite.
bool IsCheckId(const std::string& id) {
  return !id.empty() && id != "verdict" && id != "pair" && !id.starts_with("DISABLED_") &&
         std::all_of(id.begin(), id.end(), [](unsigned char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '_' || c == '-';
         });
}

std::vector<std::string> NamesOf(const std::vector<Parameter>& parameters) {
  std::vector<std::string> names;
  for (const Parameter& parameter : parameters) names.push_back(parameter.name);
  return names;
}

class CheckReader {
 public:
  CheckReader(const LocatedJson& document, std::span<const Gate> gates, const Plan& plan,
              const Environment& environment, std::string owner)
      : document_(document),
        gates_(gates),
        plan_(plan),
        environment_(environment),
        owner_(std::move(owner)) {}

  Check Read(const std::string& pointer) const {
    const Json& given = document_.value.at(Json::json_pointer(pointer));
    if (!given.is_object()) document_.ThrowAt(pointer, "must be an object");
    const Gate& gate = GateOf(given, pointer);
    const Json common =
        ReadObject(document_, pointer, CheckKeys(), NamesOf(gate.parameters), environment_);
    Check check;
    check.id = common["id"];
    if (!IsCheckId(check.id)) {
      document_.ThrowAt(Below(pointer, "id"),
                        fmt::format("\"{}\" cannot be a check's id: use letters, digits, _ and -, "
                                    "but not \"verdict\", \"pair\" or DISABLED_...",
                                    check.id));
    }
    check.gate = &gate;
    check.location = document_.At(pointer);
    check.severity = SeverityNamed(common["severity"]);
    check.owner = common.value("owner", owner_);
    check.after = common.value("after", "");
    check.max_age = std::chrono::minutes(common.value("max_age_minutes", std::int64_t{0}));
    check.phases = ReadPhases(common, pointer, gate);
    const auto others = NamesOf(CheckKeys());
    check.arguments = {
        ReadObject(document_, pointer, gate.parameters, others, environment_),
        ReadObjectForReports(document_, pointer, gate.parameters, others, environment_)};
    check.subjects = ReadSubjects(check, pointer);
    return check;
  }

 private:
  const Gate& GateOf(const Json& check, const std::string& pointer) const {
    if (!check.contains("gate") || !check["gate"].is_string()) {
      document_.ThrowAt(pointer, "\"gate\" is missing: text, the kind of check");
    }
    const std::string name = check["gate"];
    std::vector<std::string> known;
    for (const Gate& gate : gates_) {
      if (gate.name == name) return gate;
      known.push_back(gate.name);
    }
    document_.ThrowAt(Below(pointer, "gate"), UnknownName("gate", name, known));
  }

  std::vector<Phase> ReadPhases(const Json& common, const std::string& pointer,
                                const Gate& gate) const {
    if (!common.contains("phases")) {
      if (gate.phases.empty()) document_.ThrowAt(pointer, "a check needs a phase");
      return gate.phases;
    }
    std::vector<Phase> phases;
    const auto names = common["phases"].get<std::vector<std::string>>();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string element = Below(Below(pointer, "phases"), i);
      const auto phase = PhaseNamed(names[i]);
      if (!phase) {
        document_.ThrowAt(element, UnknownName("phase", names[i], PhaseNames(AllPhases())));
      }
      if (std::find(phases.begin(), phases.end(), *phase) != phases.end()) {
        document_.ThrowAt(element, fmt::format("phase \"{}\" is given twice", names[i]));
      }
      phases.push_back(*phase);
    }
    if (phases.empty()) document_.ThrowAt(Below(pointer, "phases"), "a check needs a phase");
    return phases;
  }

  std::vector<Subject> ReadSubjects(const Check& check, const std::string& pointer) const {
    std::vector<Subject> subjects;
    try {
      subjects = check.gate->subjects(plan_, check.arguments);
    } catch (const PlanError& error) {
      document_.ThrowAt(pointer, fmt::format("check \"{}\": {}", check.id, error.what()));
    }
    if (subjects.empty()) {
      document_.ThrowAt(pointer, fmt::format("check \"{}\" has nothing to check", check.id));
    }
    std::set<std::string> seen;
    for (const Subject& subject : subjects) {
      if (!seen.insert(subject.name).second) {
        document_.ThrowAt(pointer, fmt::format("check \"{}\" has the subject \"{}\" twice",
                                               check.id, subject.name));
      }
    }
    return subjects;
  }

  const LocatedJson& document_;
  std::span<const Gate> gates_;
  const Plan& plan_;
  const Environment& environment_;
  const std::string owner_;  // of a check that doesn't name one
};

bool ShareAPhase(const Check& one, const Check& other) {
  return std::any_of(one.phases.begin(), one.phases.end(),
                     [&](Phase phase) { return other.BelongsTo(phase); });
}

// One level is enough for a fence, and no order of checks can be a circle.
void RequireOrder(const LocatedJson& document, const std::vector<Check>& checks) {
  std::vector<std::string> ids;
  for (const Check& check : checks) ids.push_back(check.id);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    const Check& check = checks[i];
    if (check.after.empty()) continue;
    const std::string pointer = Below(Below("/checks", i), "after");
    const auto first = std::find(ids.begin(), ids.end(), check.after);
    if (first == ids.end()) document.ThrowAt(pointer, UnknownName("check", check.after, ids));
    const Check& before = checks[static_cast<std::size_t>(first - ids.begin())];
    if (!before.after.empty() || before.id == check.id) {
      document.ThrowAt(pointer, fmt::format("check \"{}\" itself comes after \"{}\": name one that "
                                            "comes after none",
                                            before.id, before.after));
    }
    if (!ShareAPhase(check, before)) {
      document.ThrowAt(pointer, fmt::format("checks \"{}\" and \"{}\" have no phase in common",
                                            check.id, before.id));
    }
  }
}

}  // namespace

void ReadChecks(const LocatedJson& document, std::span<const Gate> gates,
                const Environment& environment, const std::string& owner, Plan& plan) {
  const Json& value = document.value;
  if (!value.contains("checks") || !value["checks"].is_array() || value["checks"].empty()) {
    document.ThrowAt(value.contains("checks") ? "/checks" : "",
                     "\"checks\" must be a list with at least one check");
  }
  const CheckReader reader(document, gates, plan, environment, owner);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < value["checks"].size(); ++i) {
    const std::string pointer = Below("/checks", i);
    Check check = reader.Read(pointer);
    if (!seen.insert(check.id).second) {
      document.ThrowAt(Below(pointer, "id"),
                       fmt::format("check id \"{}\" is given twice", check.id));
    }
    plan.checks.push_back(std::move(check));
  }
  RequireOrder(document, plan.checks);
}

}  // namespace gonogo
