// Lines whose chain is right, so that what they say is read although they were changed.
#pragma once

#include <string>
#include <string_view>

namespace gonogo::fuzz {

// Returns those lines of the input that are JSON objects, numbered and chained anew.
std::string ChainedAnew(std::string_view input);

}  // namespace gonogo::fuzz
