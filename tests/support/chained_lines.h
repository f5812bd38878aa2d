// Lines of evidence and of ledgers as gonogo would have written them.
#pragma once

#include <string>

#include "core/record/chain.h"

namespace gonogo::testing_support {

// Returns the lines as a chain, whether they were one or not. What isn't JSON stays as it is.
std::string Chained(const std::string& lines);

// Returns where the chain of these lines ends, whatever they say.
ChainEnd EndOf(const std::string& lines);

}  // namespace gonogo::testing_support
