// Shortens long values, so that rows that are shown to people take little memory.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

// Returns the text, or of more than 1,000 characters the first 200, the number of all and their
// SHA-256: different values stay different.
std::string Brief(std::string_view text);

// Returns an SQL expression that does the same with `text`, an SQL expression of type text.
std::string BriefSql(const std::string& text);

}  // namespace gonogo
