// A breach: what a statement or a file does against a rule of the migration review.
#pragma once

#include <string>

namespace gonogo {

// A statement, or a file, against a rule. `line` is 0 where the whole of it is meant.
struct Breach {
  std::string rule;
  std::string does;     // what the statement does
  std::string instead;  // what to do instead
  int line = 0;

  bool operator==(const Breach&) const = default;
};

}  // namespace gonogo
