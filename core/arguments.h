// The parameters of one check, validated: what was given, what the environment held, and defaults.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"

namespace gonogo {

// Kinds were proved when the plan was read, so that each accessor needs only the name. Asking for a
// parameter that the gate does not declare is a bug and throws Json::out_of_range.
class Arguments {
 public:
  Arguments() = default;
  explicit Arguments(Json values) : values_(std::move(values)) {}

  bool Has(std::string_view name) const { return values_.contains(std::string(name)); }
  std::string Text(std::string_view name) const { return At(name).get<std::string>(); }
  std::int64_t Integer(std::string_view name) const { return At(name).get<std::int64_t>(); }
  double Number(std::string_view name) const { return At(name).get<double>(); }
  bool Boolean(std::string_view name) const { return At(name).get<bool>(); }
  std::vector<std::string> Texts(std::string_view name) const {
    return At(name).get<std::vector<std::string>>();
  }
  // A map, a list or an object, to be walked.
  const Json& Map(std::string_view name) const { return At(name); }
  // An object as arguments of its own; of a map of objects, the one under `key`, or none.
  Arguments Member(std::string_view name) const { return Arguments(At(name)); }
  Arguments Member(std::string_view name, const std::string& key) const {
    const Json& map = At(name);
    return map.contains(key) ? Arguments(map.at(key)) : Arguments();
  }

  const Json& values() const { return values_; }

 private:
  const Json& At(std::string_view name) const { return values_.at(std::string(name)); }

  Json values_ = Json::object();
};

}  // namespace gonogo
