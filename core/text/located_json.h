// JSON that remembers in which file and line each value stands, so that a complaint about a plan
// can name the place. Comments are allowed; a key given twice is an error.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/text/json.h"

namespace gonogo {

struct Location {
  std::string file;
  int line = 0;
};

struct LocatedJson {
  Json value;
  std::map<std::string, Location> lines;  // by JSON pointer (RFC 6901)

  // The place of the value at `pointer`, or of the nearest value around it.
  Location At(std::string pointer) const;

  // Throws PlanError: `file:line: message`.
  [[noreturn]] void Refuse(const std::string& pointer, const std::string& message) const;
};

// Throws PlanError with file and line where the text is no JSON or names a key twice.
LocatedJson ParseLocated(std::string_view text, const std::string& file);

// `base` with `changes` laid over it: objects merge, null removes, lists replace; the list
// `/checks` merges by the "id" of its members.
LocatedJson Extended(const LocatedJson& base, const LocatedJson& changes);

// A pointer to the member `key` (or the element number `index`) of the value at `pointer`.
std::string Below(const std::string& pointer, const std::string& key);
std::string Below(const std::string& pointer, std::size_t index);

}  // namespace gonogo
