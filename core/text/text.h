// Small questions asked of text everywhere: join, split, whole-text numbers, printable form.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

std::string Join(std::span<const std::string> parts, std::string_view separator);
std::vector<std::string> Split(std::string_view text, char separator);
std::string_view Trim(std::string_view text);

// The number that the whole text spells, or nothing: "12 " and "1e3" are no integers.
std::optional<std::int64_t> ParseInteger(std::string_view text);
std::optional<double> ParseNumber(std::string_view text);

// 1 row, 2 rows; 1 entry, 2 entries.
std::string Counted(std::int64_t count, const std::string& noun);
inline std::string Counted(std::size_t count, const std::string& noun) {
  return Counted(static_cast<std::int64_t>(count), noun);
}
inline std::string Counted(int count, const std::string& noun) {
  return Counted(std::int64_t{count}, noun);
}

// The text with whatever stands between :// and @ replaced by ***, for messages that may repeat a
// URL which was typed in the wrong place.
std::string WithoutCredentials(std::string_view text);

// Text that is safe in XML, JSON and a terminal: valid UTF-8 without control characters. What is
// not is shown as [NON-XML-CHAR-0x1B] or [NON-UTF-8-BYTE-0xFF], the way ctest writes it; newlines
// and tabs stay.
std::string Printable(std::string_view text);

}  // namespace gonogo
