// Lists parameters, and the fields of objects, in two formats.
#include "reporters/pages/parameter_text.h"

#include <fmt/format.h>

#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns "integer, default 0" or "text, required, one of exact, fast".
std::string DescribeType(const Parameter& parameter) {
  std::string text = KindName(parameter.kind);
  if (parameter.required) text += ", required";
  if (!parameter.default_value.empty()) text += ", default " + parameter.default_value;
  if (parameter.minimum) text += ", at least " + std::to_string(*parameter.minimum);
  if (!parameter.choices.empty()) text += ", one of " + Join(parameter.choices, ", ");
  return text;
}

// Returns the text with its asterisks as they are, not as emphasis.
std::string Literally(const std::string& text) {
  std::string literal;
  for (const char c : text) literal += c == '*' ? std::string("\\*") : std::string(1, c);
  return literal;
}

}  // namespace

std::string ParametersText(const std::vector<Parameter>& parameters, std::size_t indent) {
  std::string text;
  for (const Parameter& parameter : parameters) {
    text += fmt::format("{0:{1}}{2}  ({3})\n{0:{1}}    {4}\n", "", indent, parameter.name,
                        DescribeType(parameter), parameter.description);
    text += ParametersText(parameter.fields, indent + 4);
  }
  return text;
}

std::string ParametersMarkdown(const std::vector<Parameter>& parameters, std::size_t indent) {
  std::string text;
  for (const Parameter& parameter : parameters) {
    text += fmt::format("{:{}}- `{}` ({}): {}\n", "", indent, parameter.name,
                        Literally(DescribeType(parameter)), Literally(parameter.description));
    text += ParametersMarkdown(parameter.fields, indent + 2);
  }
  return text;
}

}  // namespace gonogo
