// Makes a random database: objects of all kinds, with rows, and changes that gonogo must find.
#pragma once

#include <string>
#include <vector>

namespace gonogo::testing_support {

// A change of one object, as SQL for a copy of the database.
struct RandomDamage {
  std::string what;
  std::string sql;
};

struct RandomSchema {
  std::string sql;  // for an empty database; the roles reader and writer must exist
  std::vector<RandomDamage> damages;
};

// Returns the same database for the same seed and major. Servers of that major and newer ones
// accept it; 13 is the oldest.
RandomSchema MakeRandomSchema(unsigned seed, int major);

}  // namespace gonogo::testing_support
