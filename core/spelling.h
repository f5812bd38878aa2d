// "Did you mean": the nearest known word to one that is not known.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gonogo {

// The sentence part `; did you mean "row_count"?`, or, where nothing is near, `; known: a, b, c`.
std::string Suggestion(std::string_view word, std::span<const std::string> known);

}  // namespace gonogo
