// Patterns with *, as waivers of every kind use them.
#pragma once

#include <string_view>

namespace gonogo {

// Whether the whole text matches the pattern. A * stands for any characters, none included; every
// other character stands for itself. The time is at most proportional to the product of the two
// lengths, whatever the pattern is.
bool MatchesGlob(std::string_view pattern, std::string_view text);

}  // namespace gonogo
