// Finds the ends of quotes and comments in SQL text.
#pragma once

#include <string_view>

namespace gonogo {

// Returns the end of the comment or quote that begins at `at`, or `at` if none does. One that isn't
// closed ends with the text.
std::size_t EndOfQuote(std::string_view sql, std::size_t at);
std::size_t EndOfComment(std::string_view sql, std::size_t at);

bool IsSqlWordByte(char c);

}  // namespace gonogo
