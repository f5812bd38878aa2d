// JSON with the file and line of each value, so that error messages can name them.
// Comments are allowed. A duplicate key is an error.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/json/json.h"

namespace gonogo {

struct Location {
  std::string file;
  int line = 0;
};

struct LocatedJson {
  Json value;
  std::map<std::string, Location> lines;  // by JSON pointer (RFC 6901)

  // Returns the location of the value at `pointer`, or else of the innermost value around it.
  Location At(std::string pointer) const;

  // Throws PlanError("file:line: message") with the location of `pointer`.
  [[noreturn]] void ThrowAt(const std::string& pointer, const std::string& message) const;
};

// Throws PlanError with file and line if the text isn't JSON or has a duplicate key.
LocatedJson ParseLocated(std::string_view text, const std::string& file);

// Returns the pointer to member `key` (or element `index`) of the value at `pointer`.
std::string Below(const std::string& pointer, const std::string& key);
std::string Below(const std::string& pointer, std::size_t index);

}  // namespace gonogo
