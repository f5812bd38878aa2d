// Never fails: somebody is typing, and an unreadable plan only means that nothing is offered.
#include "app/cli/known_names.h"

#include <algorithm>
#include <exception>

#include "app/plan/plan_file.h"
#include "app/process_environment.h"
#include "core/values/phase.h"
#include "gates/gate_table.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

using Candidates = std::vector<Candidate>;

Candidates GateNames() {
  Candidates names;
  for (const Gate& gate : AllGates()) names.push_back({gate.name, gate.summary});
  return names;
}

Candidates StageNames() {
  Candidates names;
  for (const Stage& stage : AllStages()) names.push_back({PhaseName(stage.phase), stage.summary});
  return names;
}

Candidates PhasesAndAll() {
  Candidates names;
  for (const std::string& phase : PhaseNames(AllPhases())) names.push_back({phase, ""});
  names.push_back({"all", ""});
  return names;
}

// As the commands do: --plan, else the variable.
std::string PlanNamedBy(const std::vector<std::string>& words) {
  const auto option = std::find(words.begin(), words.end(), "--plan");
  if (option != words.end() && option + 1 != words.end()) return *(option + 1);
  return ValueOf(ProcessEnvironment(), "GONOGO_PLAN");
}

// Returns the checks of the plan, or of those of one gate the members of a list that they have.
Candidates FromPlan(const std::vector<std::string>& words, const char* gate, const char* list) {
  Candidates names;
  const PlanDocument plan = ReadPlanDocument(PlanNamedBy(words));
  for (const Json& check : plan.json.value.at("checks")) {
    const std::string its_gate = check.at("gate");
    if (gate == nullptr) names.push_back({check.at("id"), "gate " + its_gate});
    if (gate == nullptr || its_gate != gate) continue;
    for (const Json& member : check.at(list)) {
      names.push_back({member.at("id"), check.at("id")});
    }
  }
  return names;
}

}  // namespace

Candidates KnownNames(const std::string& value, const std::vector<std::string>& words) {
  try {
    if (value == "GATE") return GateNames();
    if (value == "STAGE") return StageNames();
    if (value == "PHASE") return PhasesAndAll();
    if (value == "CHECK") return FromPlan(words, nullptr, nullptr);
    if (value == "ITEM") return FromPlan(words, "signoff", "items");
  } catch (const std::exception&) {
    return {};
  }
  return {};
}

}  // namespace gonogo
