// Functions on text: join, split, trim, parse numbers, make printable.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

std::string Join(std::span<const std::string> parts, std::string_view separator);
// Returns "a, b and 3 more": the first `most` names, and how many are left out.
std::string FirstFew(std::span<const std::string> names, std::size_t most = 5);
std::vector<std::string> Split(std::string_view text, char separator);
std::string_view Trim(std::string_view text);

// Returns the text with its ASCII letters in lower case.
std::string InLowerCase(std::string_view text);

// Return nothing unless the whole text is a number: "12 " and "1e3" aren't integers.
std::optional<std::int64_t> ParseInteger(std::string_view text);
std::optional<double> ParseNumber(std::string_view text);

// Returns "1 row", "2 rows"; "1 entry", "2 entries".
std::string Counted(std::int64_t count, const std::string& noun);
inline std::string Counted(std::size_t count, const std::string& noun) {
  return Counted(static_cast<std::int64_t>(count), noun);
}
inline std::string Counted(int count, const std::string& noun) {
  return Counted(std::int64_t{count}, noun);
}

// Returns the bytes as text for people, rounded up: "417 bytes", "2 kB", "9 MB", "1.3 GB".
std::string DataSize(std::int64_t bytes);

// Replaces everything between :// and @, and the value of password=, by ***. For messages that may
// quote a connection string which somebody typed in the wrong place.
std::string WithoutCredentials(std::string_view text);

// Returns text that is safe in XML, JSON and a terminal: valid UTF-8 without control characters
// except newlines and tabs. Others become [NON-XML-CHAR-0x1B] or [NON-UTF-8-BYTE-0xFF], as in
// ctest.
std::string Printable(std::string_view text);

}  // namespace gonogo
