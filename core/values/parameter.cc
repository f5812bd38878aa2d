// Types are checked before anything is read: nlohmann's get<int>() would turn 1.9 and true into 1.
#include "core/values/parameter.h"

#include <algorithm>
#include <filesystem>

#include "core/error.h"
#include "core/text/json.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

bool IsEmptyText(const Json& value) {
  return value.is_string() && value.get_ref<const std::string&>().empty();
}

std::string TypeName(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (IsEmptyText(value)) return "an empty text";
  if (value.is_string()) return "a text";
  if (value.is_number()) return "a number";
  return value.is_boolean() ? "a boolean" : "null";
}

bool IsScalar(Kind kind) {
  return kind == Kind::kText || kind == Kind::kInteger || kind == Kind::kNumber ||
         kind == Kind::kBoolean || kind == Kind::kPath;
}

bool IsBeyondInt64(const Json& value) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX};
}

// An object that is left out has its members' defaults.
Json DefaultOf(const Parameter& parameter) {
  Json value = ParseJson(parameter.default_value);
  if (parameter.kind != Kind::kObject) return value;
  for (const Parameter& field : parameter.fields) {
    if (!field.default_value.empty()) value[field.name] = DefaultOf(field);
  }
  return value;
}

bool IsTextList(const Json& value) {
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [](const Json& e) { return e.is_string(); });
}

// The text of an environment variable as a value of `kind`; null where it spells none.
Json Spelled(Kind kind, const std::string& text) {
  if (kind == Kind::kInteger) {
    const auto number = ParseInteger(text);
    return number ? Json(*number) : Json(nullptr);
  }
  if (kind == Kind::kNumber) {
    const auto number = ParseNumber(text);
    return number ? Json(*number) : Json(nullptr);
  }
  if (kind == Kind::kBoolean) {
    if (text == "1" || text == "true" || text == "yes" || text == "on") return true;
    if (text == "0" || text == "false" || text == "no" || text == "off") return false;
    return nullptr;
  }
  return text;
}

class ObjectReader {
 public:
  ObjectReader(const LocatedJson& document, const Environment& environment)
      : document_(document), environment_(environment) {}

  Json Read(const std::string& pointer, const std::vector<Parameter>& parameters,
            const std::vector<std::string>& others) const {
    const Json& object = document_.value.at(Json::json_pointer(pointer));
    if (!object.is_object()) document_.Refuse(pointer, "must be an object");
    RefuseUnknown(object, pointer, parameters, others);
    Json read = Json::object();
    for (const Parameter& parameter : parameters) {
      if (object.contains(parameter.name)) {
        read[parameter.name] =
            Value(object[parameter.name], Below(pointer, parameter.name), parameter);
      } else if (!parameter.default_value.empty()) {
        read[parameter.name] = DefaultOf(parameter);
      } else if (parameter.required) {
        document_.Refuse(pointer, "\"" + parameter.name + "\" is missing: " +
                                      KindName(parameter.kind) + ", " + parameter.description);
      }
    }
    return read;
  }

 private:
  void RefuseUnknown(const Json& object, const std::string& pointer,
                     const std::vector<Parameter>& parameters,
                     const std::vector<std::string>& others) const {
    std::vector<std::string> known = others;
    for (const Parameter& parameter : parameters) known.push_back(parameter.name);
    for (const auto& [key, value] : object.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      document_.Refuse(Below(pointer, key),
                       "key \"" + key + "\" is unknown" + Suggestion(key, known));
    }
  }

  Json Value(const Json& given, const std::string& pointer, const Parameter& parameter) const {
    Json value = Unresolved(given, pointer, parameter);
    if (parameter.kind != Kind::kPath) return value;
    const auto folder = std::filesystem::path(document_.At(pointer).file).parent_path();
    return (folder / value.get<std::string>()).lexically_normal().string();
  }

  Json Unresolved(const Json& given, const std::string& pointer, const Parameter& parameter) const {
    if (IsScalar(parameter.kind) && given.is_object() && !parameter.literal) {
      return FromEnvironment(pointer, parameter);
    }
    if (parameter.kind == Kind::kUrl && given.is_object()) {
      return Read(pointer, {VariableName()}, {});
    }
    if (parameter.kind == Kind::kUrl && given.is_string() &&
        ToText(given).find('@') != std::string::npos) {
      document_.Refuse(pointer,
                       "\"" + parameter.name + "\" can hold a password: give {\"env\": NAME}");
    }
    Json value = given;
    if (const std::string fault = Fault(value, parameter); !fault.empty()) {
      document_.Refuse(pointer, "\"" + parameter.name + "\" " + fault);
    }
    switch (parameter.kind) {
      case Kind::kObject:
        return Read(pointer, parameter.fields, {});
      case Kind::kObjectList:
        for (std::size_t i = 0; i < value.size(); ++i) {
          value[i] = Read(Below(pointer, i), parameter.fields, {});
        }
        return value;
      case Kind::kObjectMap:
        for (auto& [name, member] : value.items()) {
          member = Read(Below(pointer, name), parameter.fields, {});
        }
        return value;
      default:
        return value;
    }
  }

  Json FromEnvironment(const std::string& pointer, const Parameter& parameter) const {
    const Json reference = Read(pointer, {VariableName()}, {"default"});
    const Json& given = document_.value.at(Json::json_pointer(pointer));
    if (given.contains("default")) {
      const std::string fault = Fault(given["default"], parameter);
      if (!fault.empty()) document_.Refuse(pointer, "\"default\" " + fault);
    }
    const std::string name = reference["env"];
    const auto found = environment_.find(name);
    if (found != environment_.end() && !found->second.empty()) {
      Json value = Spelled(parameter.kind, found->second);
      // Whatever the variable holds may be a secret that was put in the wrong place.
      if (!Fault(value, parameter).empty()) {
        document_.Refuse(pointer, "the environment variable " + name + " holds no value for \"" +
                                      parameter.name + "\": " + Demand(parameter));
      }
      return value;
    }
    if (given.contains("default")) return given["default"];
    document_.Refuse(
        pointer, "the environment variable " + name + " is not set and there is no \"default\"");
  }

  // What a value must be: "integer, at least 0", "one of exact, fast".
  static std::string Demand(const Parameter& parameter) {
    if (!parameter.choices.empty()) return "one of " + Join(parameter.choices, ", ");
    return KindName(parameter.kind) +
           (parameter.minimum ? ", at least " + std::to_string(*parameter.minimum) : "");
  }

  // What is wrong with the value, after the parameter's name; empty where nothing is.
  static std::string Fault(const Json& value, const Parameter& parameter) {
    if (!HasKind(value, parameter.kind)) {
      return "must be " + Demand(parameter) + ", not " + TypeName(value);
    }
    if (parameter.minimum && value.get<double>() < static_cast<double>(*parameter.minimum)) {
      return "must be " + Demand(parameter);
    }
    const auto& choices = parameter.choices;
    if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) {
      return "";
    }
    const std::string text = value;
    return "cannot be \"" + text + "\"" + Suggestion(text, choices);
  }

  static bool HasKind(const Json& value, Kind kind) {
    const auto all_members = [&](auto&& fits) {
      return value.is_object() && std::all_of(value.begin(), value.end(), fits);
    };
    switch (kind) {
      case Kind::kText:
        return value.is_string();
      case Kind::kInteger:
        return value.is_number_integer() && !IsBeyondInt64(value);
      case Kind::kNumber:
        return value.is_number();
      case Kind::kBoolean:
        return value.is_boolean();
      case Kind::kPath:
      case Kind::kUrl:
        return value.is_string() && !IsEmptyText(value);
      case Kind::kTextList:
        return IsTextList(value);
      case Kind::kRelations:
        return value == "*" || IsTextList(value);
      case Kind::kObject:
      case Kind::kObjectMap:
        return value.is_object();
      case Kind::kObjectList:
        return value.is_array();
      case Kind::kTextMap:
        return all_members([](const Json& e) { return e.is_string(); });
      case Kind::kTextListMap:
        return all_members(IsTextList);
    }
    return false;
  }

  const LocatedJson& document_;
  const Environment& environment_;
};

Parameter Described(Kind kind, std::string name, std::string description,
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
  const bool is_list = kind == Kind::kTextList || kind == Kind::kObjectList;
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

Parameter TextParameter(std::string name, std::string description) {
  return Described(Kind::kText, std::move(name), std::move(description));
}

Parameter IntegerParameter(std::string name, std::string description) {
  return Described(Kind::kInteger, std::move(name), std::move(description));
}

Parameter NumberParameter(std::string name, std::string description) {
  return Described(Kind::kNumber, std::move(name), std::move(description));
}

Parameter BooleanParameter(std::string name, std::string description) {
  return Described(Kind::kBoolean, std::move(name), std::move(description));
}

Parameter PathParameter(std::string name, std::string description) {
  return Described(Kind::kPath, std::move(name), std::move(description));
}

Parameter UrlParameter(std::string name, std::string description) {
  return Described(Kind::kUrl, std::move(name), std::move(description));
}

Parameter TextListParameter(std::string name, std::string description) {
  return Described(Kind::kTextList, std::move(name), std::move(description));
}

Parameter RelationListParameter(std::string name, std::string description) {
  return Described(Kind::kRelations, std::move(name), std::move(description));
}

Parameter TextMapParameter(std::string name, std::string description) {
  return Described(Kind::kTextMap, std::move(name), std::move(description));
}

Parameter TextListMapParameter(std::string name, std::string description) {
  return Described(Kind::kTextListMap, std::move(name), std::move(description));
}

Parameter ObjectParameter(std::string name, std::string description,
                          std::vector<Parameter> fields) {
  return Described(Kind::kObject, std::move(name), std::move(description), std::move(fields));
}

Parameter ObjectListParameter(std::string name, std::string description,
                              std::vector<Parameter> fields) {
  return Described(Kind::kObjectList, std::move(name), std::move(description), std::move(fields));
}

Parameter ObjectMapParameter(std::string name, std::string description,
                             std::vector<Parameter> fields) {
  return Described(Kind::kObjectMap, std::move(name), std::move(description), std::move(fields));
}

Parameter VariableName() { return TextParameter("env", "the variable's name").Required(); }

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

Json ReadObject(const LocatedJson& document, const std::string& pointer,
                const std::vector<Parameter>& parameters, const std::vector<std::string>& others,
                const Environment& environment) {
  return ObjectReader(document, environment).Read(pointer, parameters, others);
}

}  // namespace gonogo
