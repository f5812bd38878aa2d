// A hazard: what can go wrong when a PostgreSQL database is migrated, and which gates detect it.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

struct Hazard {
  std::string what;
  std::vector<std::string> gates;  // each has a case that fails on it
  std::string unseen = {};         // if there are no gates: why a query can't detect it
};

}  // namespace gonogo
