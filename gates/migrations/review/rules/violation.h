// A violation of a rule of the migration review by a statement or a file.
#pragma once

#include <string>

namespace gonogo {

struct Violation {
  std::string rule;
  std::string problem;  // what the statement does, or what is wrong
  std::string advice;   // what to do instead
  int line = 0;         // 0: the whole file

  bool operator==(const Violation&) const = default;
};

}  // namespace gonogo
