// Text functions that don't depend on the locale.
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gonogo {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Returns the length of a UTF-8 sequence with that lead byte, or 0 if the byte can't start one.
std::size_t LengthByLeadByte(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

// Rejects overlong forms, surrogates and code points above U+10FFFF (RFC 3629).
bool IsSecondByte(unsigned lead, unsigned second) {
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return second >= lowest && second <= highest;
}

// Returns the length of the valid UTF-8 sequence at the start of the text, or 0.
std::size_t SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = LengthByLeadByte(byte(0));
  if (length < 2) return length;
  if (text.size() < length || !IsSecondByte(byte(0), byte(1))) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

// Returns the code point of a valid sequence.
unsigned CodePoint(std::string_view sequence) {
  const unsigned lead = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return lead;
  unsigned code = lead & (0xFFU >> (sequence.size() + 1));
  for (const char c : sequence.substr(1))
    code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  return code;
}

// Control characters of ASCII and Latin-1 (terminals obey both), and those that XML 1.0 forbids.
bool IsUnprintable(unsigned code) {
  const bool control =
      (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
  return control || code == 0xFFFE || code == 0xFFFF;
}

std::string Marked(const char* kind, unsigned code) {
  return fmt::format("[{}-0x{:02X}]", kind, code);
}

template <typename Number>
std::optional<Number> ParseWhole(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return value;
}

std::string WithoutUserInfo(std::string_view text) {
  std::string shown;
  while (true) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) return shown + std::string(text);
    shown += text.substr(0, scheme + 3);
    text.remove_prefix(scheme + 3);
    const std::size_t word_end = std::min(text.find_first_of(" \n\""), text.size());
    const std::size_t at = text.substr(0, word_end).rfind('@');
    if (at == std::string_view::npos) continue;
    shown += "***";
    text.remove_prefix(at);
  }
}

// Where a value of a connection string ends: 'it''s' or it.
std::size_t EndOfOptionValue(std::string_view text, std::size_t at) {
  if (at == text.size() || text[at] != '\'') {
    return std::min(text.find_first_of(" \t\r\n&\"'", at), text.size());
  }
  for (++at; at < text.size() && text[at] != '\''; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

// Replaces the values of password=, sslpassword=, PGPASSWORD= by ***.
std::string WithoutPasswordOptions(std::string_view text) {
  constexpr std::string_view kName = "password";
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  std::string shown;
  std::size_t done = 0;
  for (std::size_t at = lower.find(kName); at != std::string::npos; at = lower.find(kName, at)) {
    at += kName.size();
    const std::size_t equals = lower.find_first_not_of(' ', at);
    if (equals == std::string::npos || lower[equals] != '=') continue;
    const std::size_t value = std::min(lower.find_first_not_of(' ', equals + 1), lower.size());
    const std::size_t end = EndOfOptionValue(text, value);
    if (end == value) continue;
    shown += std::string(text.substr(done, value - done)) + "***";
    done = at = end;
  }
  return shown + std::string(text.substr(done));
}

}  // namespace

std::string Join(std::span<const std::string> parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != parts.data()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string FirstFew(std::span<const std::string> names, std::size_t most) {
  const std::size_t shown = std::min(names.size(), most);
  const std::string first = Join(names.first(shown), ", ");
  const std::size_t more = names.size() - shown;
  return more == 0 ? first : fmt::format("{} and {} more", first, more);
}

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string InLowerCase(std::string_view text) {
  std::string lower(text);
  for (char& one : lower) {
    if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
  }
  return lower;
}

std::string_view Trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<std::int64_t> ParseInteger(std::string_view text) {
  return ParseWhole<std::int64_t>(text);
}

std::optional<double> ParseNumber(std::string_view text) {
  const auto number = ParseWhole<double>(text);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::string Counted(std::int64_t count, const std::string& noun) {
  const std::string number = std::to_string(count) + " ";
  if (count == 1) return number + noun;
  const std::size_t size = noun.size();
  constexpr std::string_view kVowels = "aeiou";
  const bool to_ies =
      size > 1 && noun[size - 1] == 'y' && kVowels.find(noun[size - 2]) == std::string_view::npos;
  return number + (to_ies ? noun.substr(0, size - 1) + "ies" : noun + "s");
}

std::string DataSize(std::int64_t bytes) {
  constexpr std::int64_t kKilobyte = 1'000;
  constexpr std::int64_t kMegabyte = 1'000'000;
  constexpr std::int64_t kTenthOfGigabyte = 100'000'000;
  const auto rounded_up = [bytes](std::int64_t unit) { return (bytes + unit - 1) / unit; };
  if (bytes < kKilobyte) return Counted(bytes, "byte");
  if (bytes <= 999 * kKilobyte) return std::to_string(rounded_up(kKilobyte)) + " kB";
  if (bytes <= 999 * kMegabyte) return std::to_string(rounded_up(kMegabyte)) + " MB";
  const std::int64_t tenths = rounded_up(kTenthOfGigabyte);
  return fmt::format("{}.{} GB", tenths / 10, tenths % 10);
}

std::string WithoutCredentials(std::string_view text) {
  return WithoutPasswordOptions(WithoutUserInfo(text));
}

std::string Printable(std::string_view text) {
  std::string printable;
  while (!text.empty()) {
    const std::size_t length = SequenceLength(text);
    const std::string_view sequence = text.substr(0, length);
    if (length == 0) {
      printable += Marked("NON-UTF-8-BYTE", static_cast<unsigned char>(text.front()));
    } else if (IsUnprintable(CodePoint(sequence))) {
      printable += Marked("NON-XML-CHAR", CodePoint(sequence));
    } else {
      printable += sequence;
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return printable;
}

}  // namespace gonogo
