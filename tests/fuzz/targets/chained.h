// Lines whose chain is right, so that what they say is read although they were changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"

namespace gonogo::fuzz {

// Returns the lines as gonogo writes them to a file.
std::string ChainOf(const std::vector<Json>& lines);

// Returns those lines of the input that are JSON objects, numbered and chained anew.
std::string ChainedAnew(std::string_view input);

}  // namespace gonogo::fuzz
