// Writes the same descriptions of the gates in two formats.
#include "reporters/pages/gates_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/json/json.h"
#include "core/text/text.h"
#include "core/text/wrapped.h"
#include "reporters/pages/parameter_text.h"

namespace gonogo {
namespace {

// Calls `add` with the gates of each family.
template <typename Add>
void ForEachFamily(std::span<const Gate> gates, const Add& add) {
  while (!gates.empty()) {
    const auto end = std::find_if(gates.begin(), gates.end(), [&](const Gate& gate) {
      return gate.family != gates.front().family;
    });
    const auto size = static_cast<std::size_t>(end - gates.begin());
    add(gates.first(size));
    gates = gates.subspan(size);
  }
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

std::string FamilyDescription(const std::string& family) {
  static const std::map<std::string, std::string> descriptions = {
      {"catalogue", "What the source has, the target has."},
      {"contents", "Rows and values."},
      {"declared", "What the plan says, the target has."},
      {"migrations", "Migration files, and the tables in which tools record them."},
      {"operations", "What operators see to: names, certificates, alerts."},
      {"own", "Gates of your own."},
      {"probes", "The answers of the target to statements that are rolled back."},
      {"records", "What people or earlier runs left."},
      {"replication", "Publications, subscriptions and slots."},
      {"servers", "Is this server fit?"},
      {"services", "The application's side."},
      {"sessions", "Who is connected?"}};
  const auto found = descriptions.find(family);
  return found == descriptions.end() ? "" : found->second;
}

std::string RoleText(Needs needs) {
  switch (needs) {
    case Needs::kNothing:
      return "none, because it doesn't use a database";
    case Needs::kReading:
      return "can read the plan's relations";
    case Needs::kMonitoring:
      return "can read the plan's relations and is a member of pg_monitor";
    case Needs::kWriting:
      return "can read the plan's relations and can run the check's own statements";
  }
  return "";
}

std::string GatesText(std::span<const Gate> gates) {
  std::size_t width = 0;
  for (const Gate& gate : gates) width = std::max(width, gate.name.size());
  std::string text;
  ForEachFamily(gates, [&](std::span<const Gate> family) {
    const std::string& name = family.front().family;
    text += fmt::format("{}{}: {}\n", text.empty() ? "" : "\n", name, FamilyDescription(name));
    for (const Gate& gate : family) {
      text += fmt::format("  {:<{}}  {}\n", gate.name, width, gate.summary);
    }
  });
  return text;
}

std::string GateText(const Gate& gate) {
  const auto wrapped = [](const std::string& label, const std::string& text) {
    return label + Wrapped(text, label.size(), 2) + "\n";
  };
  return fmt::format(
      "{}{}{}default phases: {}\nrole: {}\n{}\n{}", wrapped(gate.name + ": ", gate.summary),
      wrapped("a finding means: ", gate.meaning), wrapped("what to do: ", gate.remedy),
      Join(PhaseNames(gate.phases), ", "), RoleText(gate.needs),
      gate.parameters.empty() ? "no parameters" : "parameters:",
      ParametersText(gate.parameters, 2));
}

std::string GatesJson(std::span<const Gate> gates) {
  Json list = Json::array();
  for (const Gate& gate : gates) {
    list.push_back({{"name", gate.name},
                    {"family", gate.family},
                    {"summary", gate.summary},
                    {"meaning", gate.meaning},
                    {"remedy", gate.remedy},
                    {"phases", PhaseNames(gate.phases)},
                    {"role", RoleText(gate.needs)},
                    {"parameters", ParametersJson(gate.parameters)}});
  }
  return ToText(list, 2) + "\n";
}

}  // namespace gonogo
