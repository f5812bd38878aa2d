// A version is a list of numbers of any length, so numbers are compared as texts without leading
// zeros.
#include "gates/migrations/history/tools/flyway_names.h"

#include <algorithm>
#include <boost/crc.hpp>
#include <cstdint>

#include "core/text/text.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

bool IsSmallerNumber(const std::string& a, const std::string& b) {
  return a.size() == b.size() ? a < b : a.size() < b.size();
}

std::string SignedCrc(const std::string& text) {
  boost::crc_32_type crc;
  crc.process_bytes(text.data(), text.size());
  return std::to_string(static_cast<std::int32_t>(crc.checksum()));
}

// Returns the text, of which each byte is the character of that number, in UTF-8.
std::string FromLatin1(const std::string& text) {
  std::string utf8;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U) {
      utf8 += c;
    } else {
      utf8 += static_cast<char>(0xC0U | (byte >> 6U));
      utf8 += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return utf8;
}

}  // namespace

std::string FlywayVersion(const std::string& version) {
  std::string dotted = version;
  std::replace(dotted.begin(), dotted.end(), '_', '.');
  std::vector<std::string> numbers;
  for (const std::string& number : Split(dotted, '.')) {
    numbers.push_back(WithoutLeadingZeros(number));
  }
  while (numbers.size() > 1 && numbers.back() == "0") numbers.pop_back();
  return Join(numbers, ".");
}

bool IsNotNewer(const std::string& version, const std::string& other) {
  const std::vector<std::string> a = Split(version, '.');
  const std::vector<std::string> b = Split(other, '.');
  return !std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), IsSmallerNumber);
}

FlywayName ReadFlywayName(const std::string& file) {
  const std::string stem = file.substr(0, file.find_last_of('.'));
  const std::size_t separator = std::min(stem.find("__"), stem.size());
  if (stem.empty() || std::string("VRBU").find(stem[0]) == std::string::npos) return {};
  FlywayName name{.prefix = stem[0]};
  const std::string version = stem.substr(1, separator - 1);
  if (name.prefix == 'R') {
    if (!version.empty() || separator == stem.size()) return {};
  } else {
    const bool is_version = !version.empty() &&
                            version.find_first_not_of("0123456789._") == std::string::npos &&
                            version.front() >= '0' && version.front() <= '9';
    if (!is_version) return {};
    name.version = FlywayVersion(version);
  }
  if (separator < stem.size()) name.description = stem.substr(separator + 2);
  std::replace(name.description.begin(), name.description.end(), '_', ' ');
  return name;
}

std::vector<std::string> FlywayChecksums(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::string lines = WithLineEnds(text, "");
  std::vector<std::string> checksums = {SignedCrc(lines)};
  const std::string other = SignedCrc(FromLatin1(lines));
  if (other != checksums.front()) checksums.push_back(other);
  return checksums;
}

}  // namespace gonogo
