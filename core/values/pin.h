// The database that a plan means: what must be true of it, so that another one is refused.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/parameter.h"

namespace gonogo {

// Texts are empty, and numbers are 0, if the plan doesn't pin them.
struct Pin {
  std::string system_identifier;
  std::string database;
  std::string database_oid;
  std::string host;  // as the URL spells it
  std::string role;
  std::int64_t minimum_version = 0;  // major versions
  std::int64_t maximum_version = 0;
  std::string marker_query;
  std::string marker_value;

  bool empty() const { return *this == Pin{}; }
  bool operator==(const Pin&) const = default;
};

// Returns the keys of a connection's "pin".
const std::vector<Parameter>& PinKeys();

// Returns the pin that these keys describe. Throws PlanError if they pin nothing.
Pin PinFrom(const Arguments& keys);

// Returns the names of the keys that the pin uses.
std::vector<std::string> KeysOf(const Pin& pin);

}  // namespace gonogo
