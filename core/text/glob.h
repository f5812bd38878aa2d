// Patterns with *, as in waivers.
#pragma once

#include <string_view>

namespace gonogo {

// Returns whether the whole text matches the pattern. A * matches zero or more characters; every
// other character matches itself. The time is at most proportional to the product of the lengths.
bool MatchesGlob(std::string_view pattern, std::string_view text);

}  // namespace gonogo
