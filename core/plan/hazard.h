// What goes wrong when a PostgreSQL database moves, and which gate sees it.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

struct Hazard {
  std::string what;
  std::vector<std::string> gates;  // each has a case that fails on it
  std::string unseen;              // where there is none: why no query sees it
};

}  // namespace gonogo
