// One walk over a gate's parameters, three ways to write them down.
#include "reporters/gate_catalogue.h"

#include <algorithm>

#include "core/json.h"
#include "core/text.h"

namespace gonogo {
namespace {

// "integer, default 0", "text, required, one of exact, fast".
std::string TypeInWords(const Parameter& parameter) {
  std::string words = KindName(parameter.kind);
  if (parameter.required) words += ", required";
  if (!parameter.default_value.empty()) words += ", default " + parameter.default_value;
  if (parameter.minimum) words += ", at least " + std::to_string(*parameter.minimum);
  if (!parameter.choices.empty()) words += ", one of " + Join(parameter.choices, ", ");
  return words;
}

void WriteText(const std::vector<Parameter>& parameters, std::size_t indent, std::string& text) {
  for (const Parameter& parameter : parameters) {
    text += std::string(indent, ' ') + parameter.name + "  (" + TypeInWords(parameter) + ")\n" +
            std::string(indent + 4, ' ') + parameter.description + "\n";
    WriteText(parameter.fields, indent + 4, text);
  }
}

void WriteMarkdown(const std::vector<Parameter>& parameters, std::size_t indent,
                   std::string& text) {
  for (const Parameter& parameter : parameters) {
    text += std::string(indent, ' ') + "- `" + parameter.name + "` (" + TypeInWords(parameter) +
            "): " + parameter.description + "\n";
    WriteMarkdown(parameter.fields, indent + 2, text);
  }
}

Json ParametersJson(const std::vector<Parameter>& parameters) {
  Json list = Json::array();
  for (const Parameter& parameter : parameters) {
    Json one = {{"name", parameter.name},
                {"kind", KindName(parameter.kind)},
                {"description", parameter.description},
                {"required", parameter.required}};
    if (!parameter.default_value.empty()) one["default"] = Json::parse(parameter.default_value);
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
                     "\n";
  text += gate.parameters.empty() ? "no parameters\n" : "parameters:\n";
  WriteText(gate.parameters, 2, text);
  return text;
}

std::string GatesJson(std::span<const Gate> gates) {
  Json list = Json::array();
  for (const Gate& gate : gates) {
    list.push_back({{"name", gate.name},
                    {"summary", gate.summary},
                    {"phases", PhaseNames(gate.phases)},
                    {"parameters", ParametersJson(gate.parameters)}});
  }
  return list.dump(2) + "\n";
}

std::string GatesMarkdown(std::span<const Gate> gates) {
  std::string text =
      "# Gates\n\nWritten by `gonogo gates --markdown`; change the gates, not this page.\n\n"
      "Every check has an `id`, a `gate`, its `phases`, a `severity` (`required` or `advisory`) "
      "and the\ngate's parameters. A parameter that is a text, a number or a boolean may read the "
      "environment:\n`{\"env\": \"NAME\", \"default\": ...}`; a variable that is unset or empty "
      "gives the default.\n";
  for (const Gate& gate : gates) {
    text += "\n## " + gate.name + "\n\n" + gate.summary +
            "\n\nPhases where a check names none: " + Join(PhaseNames(gate.phases), ", ") + ".\n";
    if (!gate.parameters.empty()) text += "\n";
    WriteMarkdown(gate.parameters, 0, text);
  }
  return text;
}

}  // namespace gonogo
