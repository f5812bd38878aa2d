// The builders of parameters.
#include "core/values/parameter.h"

#include <string_view>

#include "core/json/json.h"

namespace gonogo {
namespace {

Parameter MakeParameter(Kind kind, std::string name, std::string description,
                        std::vector<Parameter> fields = {}) {
  Parameter parameter;
  parameter.name = std::move(name);
  parameter.kind = kind;
  parameter.description = std::move(description);
  parameter.fields = std::move(fields);
  return parameter;
}

}  // namespace

Parameter Parameter::Default(const char* text) && {
  return std::move(*this).DefaultJson(ToText(Json(text)));
}

Parameter Parameter::Default(std::int64_t number) && {
  return std::move(*this).DefaultJson(std::to_string(number));
}

Parameter Parameter::Default(bool boolean) && {
  return std::move(*this).DefaultJson(boolean ? "true" : "false");
}

Parameter Parameter::DefaultJson(std::string json) && {
  default_value = std::move(json);
  return std::move(*this);
}

Parameter Parameter::DefaultEmpty() && {
  if (kind == Kind::kText) return std::move(*this).DefaultJson("\"\"");
  const bool is_list =
      kind == Kind::kTextList || kind == Kind::kPathList || kind == Kind::kObjectList;
  return std::move(*this).DefaultJson(is_list ? "[]" : "{}");
}

Parameter Parameter::Required(bool is_required) && {
  required = is_required;
  return std::move(*this);
}

Parameter Parameter::OneOf(std::vector<std::string> texts) && {
  choices = std::move(texts);
  return std::move(*this);
}

Parameter Parameter::AtLeast(std::int64_t number) && {
  minimum = number;
  return std::move(*this);
}

Parameter Parameter::Literal(bool is_literal) && {
  literal = is_literal;
  return std::move(*this);
}

Parameter Parameter::Written() && {
  is_written = true;
  return std::move(*this);
}

Parameter TextParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kText, std::move(name), std::move(description));
}

Parameter IntegerParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kInteger, std::move(name), std::move(description));
}

Parameter NumberParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kNumber, std::move(name), std::move(description));
}

Parameter BooleanParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kBoolean, std::move(name), std::move(description));
}

Parameter PathParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kPath, std::move(name), std::move(description));
}

Parameter UrlParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kUrl, std::move(name), std::move(description));
}

Parameter PathListParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kPathList, std::move(name), std::move(description));
}

Parameter TextListParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kTextList, std::move(name), std::move(description));
}

Parameter RelationListParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kRelations, std::move(name), std::move(description));
}

Parameter TextMapParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kTextMap, std::move(name), std::move(description));
}

Parameter TextListMapParameter(std::string name, std::string description) {
  return MakeParameter(Kind::kTextListMap, std::move(name), std::move(description));
}

Parameter ObjectParameter(std::string name, std::string description,
                          std::vector<Parameter> fields) {
  return MakeParameter(Kind::kObject, std::move(name), std::move(description), std::move(fields));
}

Parameter ObjectListParameter(std::string name, std::string description,
                              std::vector<Parameter> fields) {
  return MakeParameter(Kind::kObjectList, std::move(name), std::move(description),
                       std::move(fields));
}

Parameter ObjectMapParameter(std::string name, std::string description,
                             std::vector<Parameter> fields) {
  return MakeParameter(Kind::kObjectMap, std::move(name), std::move(description),
                       std::move(fields));
}

Parameter VariableName() { return TextParameter("env", "the variable's name").Required(); }

std::optional<std::int64_t> MaximumOf(const Parameter& parameter) {
  struct Unit {
    std::string_view ending;
    std::int64_t most;
  };
  static constexpr Unit kUnits[] = {{"_ms", 1'000'000'000},
                                    {"_s", 100'000'000},
                                    {"minutes", 10'000'000},
                                    {"hours", 1'000'000},
                                    {"days", 100'000}};
  for (const Unit& unit : kUnits) {
    if (parameter.name.ends_with(unit.ending)) return unit.most;
  }
  return std::nullopt;
}

std::string KindName(Kind kind) {
  switch (kind) {
    case Kind::kText:
      return "text";
    case Kind::kInteger:
      return "integer";
    case Kind::kNumber:
      return "number";
    case Kind::kBoolean:
      return "boolean";
    case Kind::kPath:
      return "path";
    case Kind::kUrl:
      return "URL";
    case Kind::kTextList:
      return "list of texts";
    case Kind::kPathList:
      return "list of paths";
    case Kind::kRelations:
      return "\"*\" or list of relations";
    case Kind::kObject:
      return "object";
    case Kind::kObjectList:
      return "list of objects";
    case Kind::kTextMap:
      return "map of texts";
    case Kind::kTextListMap:
      return "map of lists of texts";
    case Kind::kObjectMap:
      return "map of objects";
  }
  return "";
}

}  // namespace gonogo
