// The head of a gate whose rest a template supplies.
#pragma once

#include <string>
#include <vector>

#include "core/values/phase.h"

namespace gonogo {

// See Gate.
struct GateHead {
  std::string name;
  std::string summary;
  std::string meaning;
  std::string remedy;
  std::vector<Phase> phases;
};

}  // namespace gonogo
