// Checks types before it reads a value, because nlohmann's get<int>() would turn 1.9 and true
// into 1.
#include "core/values/object_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/error.h"
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

// Returns the default. That of an object contains the defaults of its members.
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

// Converts the text of an environment variable to a value of `kind`. Returns null if that fails.
Json ValueFromText(Kind kind, const std::string& text) {
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
  ObjectReader(const LocatedJson& document, const Environment& environment, bool for_reports)
      : document_(document), environment_(environment), for_reports_(for_reports) {}

  Json Read(const std::string& pointer, const std::vector<Parameter>& parameters,
            const std::vector<std::string>& others) const {
    const Json& object = document_.value.at(Json::json_pointer(pointer));
    if (!object.is_object()) document_.ThrowAt(pointer, "must be an object");
    RequireKnownKeys(object, pointer, parameters, others);
    Json read = Json::object();
    for (const Parameter& parameter : parameters) {
      if (object.contains(parameter.name)) {
        read[parameter.name] =
            Value(object[parameter.name], Below(pointer, parameter.name), parameter);
      } else if (!parameter.default_value.empty()) {
        read[parameter.name] = Resolved(DefaultOf(parameter), pointer, parameter);
      } else if (parameter.required) {
        document_.ThrowAt(pointer, fmt::format("\"{}\" is missing: {}, {}", parameter.name,
                                               KindName(parameter.kind), parameter.description));
      }
    }
    return read;
  }

 private:
  void RequireKnownKeys(const Json& object, const std::string& pointer,
                        const std::vector<Parameter>& parameters,
                        const std::vector<std::string>& others) const {
    std::vector<std::string> known = others;
    for (const Parameter& parameter : parameters) known.push_back(parameter.name);
    for (const auto& [key, value] : object.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      document_.ThrowAt(Below(pointer, key), UnknownName("key", key, known));
    }
  }

  Json Value(const Json& given, const std::string& pointer, const Parameter& parameter) const {
    if (IsScalar(parameter.kind) && given.is_object() && !parameter.literal) {
      if (for_reports_) return {{"env", given.at("env")}};
      return Resolved(FromEnvironment(given, pointer, parameter), pointer, parameter);
    }
    if (parameter.kind == Kind::kUrl) {
      if (given.is_object()) return Read(pointer, {VariableName()}, {});
      RequireNoPassword(given, pointer, parameter);
    }
    if (const std::string fault = Fault(given, parameter); !fault.empty()) {
      document_.ThrowAt(pointer, fmt::format("\"{}\" {}", parameter.name, fault));
    }
    return Resolved(WithFieldsRead(given, pointer, parameter), pointer, parameter);
  }

  // Returns paths relative to the working directory, and any other value unchanged.
  Json Resolved(const Json& value, const std::string& pointer, const Parameter& parameter) const {
    const auto folder = std::filesystem::path(document_.At(pointer).file).parent_path();
    const auto resolved = [&](const Json& path) -> Json {
      return (folder / path.get<std::string>()).lexically_normal().string();
    };
    if (parameter.kind == Kind::kPath) return resolved(value);
    if (parameter.kind != Kind::kPathList) return value;
    Json paths = Json::array();
    for (const Json& path : value) paths.push_back(resolved(path));
    return paths;
  }

  void RequireNoPassword(const Json& url, const std::string& pointer,
                         const Parameter& parameter) const {
    if (!url.is_string() || ToText(url).find('@') == std::string::npos) return;
    document_.ThrowAt(pointer, fmt::format("\"{}\" may contain a password: give {{\"env\": NAME}}",
                                           parameter.name));
  }

  // Returns the value with every object in it read by the parameter's fields.
  Json WithFieldsRead(Json value, const std::string& pointer, const Parameter& parameter) const {
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

  Json FromEnvironment(const Json& given, const std::string& pointer,
                       const Parameter& parameter) const {
    const Json reference = Read(pointer, {VariableName()}, {"default"});
    if (given.contains("default")) {
      const std::string fault = Fault(given["default"], parameter);
      if (!fault.empty()) document_.ThrowAt(pointer, "\"default\" " + fault);
    }
    const std::string name = reference["env"];
    const auto found = environment_.find(name);
    if (found == environment_.end() || found->second.empty()) {
      if (given.contains("default")) return given["default"];
      document_.ThrowAt(
          pointer,
          fmt::format("the environment variable {} isn't set, and there is no \"default\"", name));
    }
    Json value = ValueFromText(parameter.kind, found->second);
    // Doesn't show the value: it may be a secret in the wrong variable.
    if (!Fault(value, parameter).empty()) {
      document_.ThrowAt(
          pointer, fmt::format("the environment variable {} isn't valid for \"{}\": must be {}",
                               name, parameter.name, Expected(parameter)));
    }
    return value;
  }

  // Returns what a value must be: "integer, at least 0", "one of exact, fast".
  static std::string Expected(const Parameter& parameter) {
    if (!parameter.choices.empty()) return "one of " + Join(parameter.choices, ", ");
    return KindName(parameter.kind) +
           (parameter.minimum ? ", at least " + std::to_string(*parameter.minimum) : "");
  }

  // Returns what is wrong with the value, to follow the parameter's name, or "".
  static std::string Fault(const Json& value, const Parameter& parameter) {
    if (!HasKind(value, parameter.kind)) {
      return fmt::format("must be {}, not {}", Expected(parameter), TypeName(value));
    }
    if (parameter.minimum && value.get<double>() < static_cast<double>(*parameter.minimum)) {
      return "must be " + Expected(parameter);
    }
    const auto most = value.is_number() ? MaximumOf(parameter) : std::nullopt;
    if (most && value.get<double>() > static_cast<double>(*most)) {
      return fmt::format("must be at most {}", *most);
    }
    const auto& choices = parameter.choices;
    if (choices.empty()) return "";
    const std::string text = value;
    if (std::find(choices.begin(), choices.end(), text) != choices.end()) return "";
    return fmt::format("cannot be \"{}\"{}", text, Suggestion(text, choices));
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
      case Kind::kPathList:
        return IsTextList(value) && std::none_of(value.begin(), value.end(), IsEmptyText);
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
  bool for_reports_;
};

}  // namespace

Json ReadObject(const LocatedJson& document, const std::string& pointer,
                const std::vector<Parameter>& parameters, const std::vector<std::string>& others,
                const Environment& environment) {
  return ObjectReader(document, environment, false).Read(pointer, parameters, others);
}

Json ReadObjectForReports(const LocatedJson& document, const std::string& pointer,
                          const std::vector<Parameter>& parameters,
                          const std::vector<std::string>& others, const Environment& environment) {
  return ObjectReader(document, environment, true).Read(pointer, parameters, others);
}

}  // namespace gonogo
