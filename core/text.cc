// Text handling without locale: what a server or a plan says must read the same everywhere.
#include "core/text.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace gonogo {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

// The length that the lead byte of a UTF-8 sequence announces, or 0 where none can start with it.
std::size_t AnnouncedLength(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

// Overlong forms, surrogates and code points above U+10FFFF show in the second byte (RFC 3629).
bool IsSecondByte(unsigned lead, unsigned second) {
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return second >= lowest && second <= highest;
}

// The length of the valid UTF-8 sequence that starts the text, or 0.
std::size_t SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = AnnouncedLength(byte(0));
  if (length < 2) return length;
  if (text.size() < length || !IsSecondByte(byte(0), byte(1))) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

std::string Marked(const char* kind, unsigned char byte) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "[%s-0x%02X]", kind, byte);
  return buffer.data();
}

template <typename Number>
std::optional<Number> ParseWhole(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return value;
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

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view Trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<std::int64_t> ParseInteger(std::string_view text) {
  return ParseWhole<std::int64_t>(text);
}

std::optional<double> ParseNumber(std::string_view text) { return ParseWhole<double>(text); }

std::string Counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string Printable(std::string_view text) {
  std::string printable;
  while (!text.empty()) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = SequenceLength(text);
    const bool control = (lead < 0x20 && lead != '\n' && lead != '\t') || lead == 0x7F;
    if (length == 0) {
      printable += Marked("NON-UTF-8-BYTE", lead);
    } else if (control) {
      printable += Marked("NON-XML-CHAR", lead);
    } else {
      printable += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return printable;
}

}  // namespace gonogo
