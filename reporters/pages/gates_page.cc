// A gate tells of itself in one table; the formats differ in how they lay it out.
#include "reporters/pages/gates_page.h"

#include <algorithm>

#include "core/text/json.h"
#include "core/text/text.h"
#include "reporters/pages/parameter_text.h"

namespace gonogo {
namespace {

std::string Describe(Needs needs) {
  switch (needs) {
    case Needs::kNothing:
      return "none: it asks no database";
    case Needs::kReading:
      return "may read the plan's relations";
    case Needs::kMonitoring:
      return "may read the plan's relations, and is a member of pg_monitor";
    case Needs::kWriting:
      return "may read the plan's relations, and do what the check's own statements do";
  }
  return "";
}

std::string HazardsMarkdown(std::span<const Hazard> hazards) {
  std::string text = "\n## What goes wrong, and who sees it\n\n| hazard | gates |\n|---|---|\n";
  for (const Hazard& hazard : hazards) {
    text += "| " + hazard.what + " | " +
            (hazard.gates.empty() ? "none. " + hazard.unseen : Join(hazard.gates, ", ")) + " |\n";
  }
  return text;
}

Json ParametersJson(const std::vector<Parameter>& parameters) {
  Json list = Json::array();
  for (const Parameter& parameter : parameters) {
    Json one = {{"name", parameter.name},
                {"kind", KindName(parameter.kind)},
                {"description", parameter.description},
                {"required", parameter.required}};
    if (!parameter.default_value.empty()) one["default"] = ParseJson(parameter.default_value);
    if (!parameter.choices.empty()) one["choices"] = parameter.choices;
    if (!parameter.fields.empty()) one["fields"] = ParametersJson(parameter.fields);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

std::string GatesText(std::span<const Gate> gates) {
  std::size_t width = 0;
  for (const Gate& gate : gates) width = std::max(width, gate.name.size());
  std::string text;
  for (const Gate& gate : gates) {
    text += gate.name + std::string(width + 2 - gate.name.size(), ' ') + gate.summary + "\n";
  }
  return text;
}

std::string GateText(const Gate& gate) {
  std::string text = gate.name + ": " + gate.summary +
                     "\nphases, where a check names none: " + Join(PhaseNames(gate.phases), ", ") +
                     "\nrole: " + Describe(gate.needs) + "\n";
  text += gate.parameters.empty() ? "no parameters\n" : "parameters:\n";
  text += ParametersText(gate.parameters, 2);
  return text;
}

std::string GatesJson(std::span<const Gate> gates) {
  Json list = Json::array();
  for (const Gate& gate : gates) {
    list.push_back({{"name", gate.name},
                    {"summary", gate.summary},
                    {"phases", PhaseNames(gate.phases)},
                    {"role", Describe(gate.needs)},
                    {"parameters", ParametersJson(gate.parameters)}});
  }
  return ToText(list, 2) + "\n";
}

std::string GatesMarkdown(std::span<const Gate> gates, std::span<const Hazard> hazards) {
  std::string text =
      "# Gates\n\nWritten by `gonogo gates --markdown`; change the gates, not this page.\n\n"
      "Every check has an `id`, a `gate`, its `phases`, a `severity` (`required` or `advisory`) "
      "and the\ngate's parameters. A parameter that is a text, a number or a boolean may read the "
      "environment:\n`{\"env\": \"NAME\", \"default\": ...}`; a variable that is unset or empty "
      "gives the default.\n\nA role that a gate may look through is made by "
      "[sql/grants/gonogo.sql](../sql/grants/gonogo.sql).\n";
  for (const Gate& gate : gates) {
    text += "\n## " + gate.name + "\n\n" + gate.summary +
            "\n\nPhases where a check names none: " + Join(PhaseNames(gate.phases), ", ") +
            ".\nRole: " + Describe(gate.needs) + ".\n";
    if (!gate.parameters.empty()) text += "\n";
    text += ParametersMarkdown(gate.parameters);
  }
  if (!hazards.empty()) text += HazardsMarkdown(hazards);
  return text;
}

}  // namespace gonogo
