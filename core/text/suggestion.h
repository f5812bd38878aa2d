// "Did you mean": the nearest known name to one that is unknown.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gonogo {

// The sentence part `; did you mean "row_count"?`, or, where nothing is near, `; known: a, b, c`.
std::string Suggestion(std::string_view word, std::span<const std::string> known);

// The sentence `gate "row_cuont" is unknown; did you mean "row_count"?`. `kind`: "gate".
std::string UnknownName(std::string_view kind, std::string_view name,
                        std::span<const std::string> known);

}  // namespace gonogo
