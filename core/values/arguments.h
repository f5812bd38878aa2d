// The parameters of one check, validated: what was given, what the environment held, and defaults.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/json.h"

namespace gonogo {

// Kinds were proved when the plan was read, so that each accessor needs only the name. Asking for a
// parameter that the gate does not declare is a bug and throws Json::out_of_range.
class Arguments {
 public:
  Arguments() = default;
  explicit Arguments(Json values) : values_(std::move(values)) {}

  bool Has(std::string_view name) const;
  std::string Text(std::string_view name) const;
  std::int64_t Integer(std::string_view name) const;
  double Number(std::string_view name) const;
  bool Boolean(std::string_view name) const;
  std::vector<std::string> Texts(std::string_view name) const;
  // A map, a list or an object, to be walked.
  const Json& Map(std::string_view name) const;
  // An object as arguments of its own; of a map of objects, the one under `key`, or none.
  Arguments Member(std::string_view name) const;
  Arguments Member(std::string_view name, const std::string& key) const;

  const Json& values() const { return values_; }

 private:
  Json values_ = Json::object();
};

}  // namespace gonogo
