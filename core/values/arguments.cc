// The accessors. They aren't inline, so that only this file compiles the JSON library's
// conversions.
#include "core/values/arguments.h"

namespace gonogo {

bool Arguments::Has(std::string_view name) const { return values_.contains(std::string(name)); }

std::string Arguments::Text(std::string_view name) const { return Map(name).get<std::string>(); }

std::int64_t Arguments::Integer(std::string_view name) const {
  return Map(name).get<std::int64_t>();
}

double Arguments::Number(std::string_view name) const { return Map(name).get<double>(); }

bool Arguments::Boolean(std::string_view name) const { return Map(name).get<bool>(); }

std::vector<std::string> Arguments::Texts(std::string_view name) const {
  return Map(name).get<std::vector<std::string>>();
}

const Json& Arguments::Map(std::string_view name) const { return values_.at(std::string(name)); }

Arguments Arguments::Member(std::string_view name) const {
  return {Map(name), for_reports_.at(std::string(name))};
}

Arguments Arguments::Member(std::string_view name, const std::string& key) const {
  const Json& map = Map(name);
  if (!map.contains(key)) return {};
  return {map.at(key), for_reports_.at(std::string(name)).at(key)};
}

std::string Arguments::Shown(std::string_view name) const {
  const Json& shown = for_reports_.at(std::string(name));
  if (shown.is_object() && shown.contains("env")) {
    return "the value of " + shown.at("env").get<std::string>();
  }
  return shown.is_string() ? shown.get<std::string>() : ToText(shown);
}

}  // namespace gonogo
