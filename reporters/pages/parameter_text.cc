// One walk over parameters, two ways to write them down.
#include "reporters/pages/parameter_text.h"

#include "core/text/text.h"

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

}  // namespace

std::string ParametersText(const std::vector<Parameter>& parameters, std::size_t indent) {
  std::string text;
  for (const Parameter& parameter : parameters) {
    text += std::string(indent, ' ') + parameter.name + "  (" + TypeInWords(parameter) + ")\n" +
            std::string(indent + 4, ' ') + parameter.description + "\n";
    text += ParametersText(parameter.fields, indent + 4);
  }
  return text;
}

std::string ParametersMarkdown(const std::vector<Parameter>& parameters, std::size_t indent) {
  std::string text;
  for (const Parameter& parameter : parameters) {
    text += std::string(indent, ' ') + "- `" + parameter.name + "` (" + TypeInWords(parameter) +
            "): " + parameter.description + "\n";
    text += ParametersMarkdown(parameter.fields, indent + 2);
  }
  return text;
}

}  // namespace gonogo
