// The maintenance window of a migration.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/parameter.h"

namespace gonogo {

// Both are UTC, as UtcText writes it.
struct Window {
  std::string from;
  std::string until;

  bool operator==(const Window&) const = default;
};

// Returns the keys of a plan's "window".
const std::vector<Parameter>& WindowKeys();

// Throws PlanError if one isn't a time with its zone, or if it ends before it begins.
Window WindowFrom(const Arguments& keys);

}  // namespace gonogo
