// The validated parameters of one check: given values, values of the environment, and defaults.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"

namespace gonogo {

// ReadPlan has checked each value's kind, so that an accessor needs only the name. A parameter that
// the gate doesn't declare is a bug: its accessor throws Json::out_of_range.
class Arguments {
 public:
  Arguments() = default;
  explicit Arguments(Json values) : values_(values), for_reports_(std::move(values)) {}
  // `for_reports`: the same with {"env": NAME} for what came from a variable.
  Arguments(Json values, Json for_reports)
      : values_(std::move(values)), for_reports_(std::move(for_reports)) {}

  bool Has(std::string_view name) const;
  std::string Text(std::string_view name) const;
  std::int64_t Integer(std::string_view name) const;
  double Number(std::string_view name) const;
  bool Boolean(std::string_view name) const;
  std::vector<std::string> Texts(std::string_view name) const;
  // Returns a map, a list or an object, to iterate over.
  const Json& Map(std::string_view name) const;
  // Returns an object as Arguments. With `key`, returns that member of a map of objects, or empty
  // Arguments if the map doesn't have it.
  Arguments Member(std::string_view name) const;
  Arguments Member(std::string_view name, const std::string& key) const;

  // Returns the value as text for a report: "the value of NAME" if it came from a variable.
  std::string Shown(std::string_view name) const;

  // Returns all values, which may be secrets. Reports use for_reports() instead.
  const Json& values() const { return values_; }
  const Json& for_reports() const { return for_reports_; }

 private:
  Json values_ = Json::object();
  Json for_reports_ = Json::object();
};

}  // namespace gonogo
