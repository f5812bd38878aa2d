// "Did you mean": suggests the known name that is nearest to an unknown one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gonogo {

// Returns `; did you mean "row_count"?`, or `; known: a, b, c` if no known name is near.
std::string Suggestion(std::string_view word, std::span<const std::string> known);

// Returns `gate "row_cuont" is unknown; did you mean "row_count"?` for the kind "gate".
std::string UnknownName(std::string_view kind, std::string_view name,
                        std::span<const std::string> known);

}  // namespace gonogo
