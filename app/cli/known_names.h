// The names that completion offers: gates, stages, phases, and what the plan declares.
#pragma once

#include <string>
#include <vector>

#include "app/cli/completion.h"

namespace gonogo {

// Returns the names for that kind of value ("GATE", "CHECK"); none for other kinds, or if the plan
// that the words name can't be read.
std::vector<Candidate> KnownNames(const std::string& value, const std::vector<std::string>& words);

}  // namespace gonogo
