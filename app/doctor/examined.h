// One thing that gonogo doctor examined: how it is, and what to do about it.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

enum class Health { kOk, kWarn, kProblem, kUnknown };

struct Examined {
  Health health = Health::kOk;
  std::string subject;  // "source: role"
  std::string have;     // how it is, in a few words
  std::string advice;   // what to do; statements to copy are on lines of their own. Empty if kOk
};
using Examinations = std::vector<Examined>;

}  // namespace gonogo
