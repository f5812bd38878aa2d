// Both forms must give the same text.
#include "compare/forms/brief_text.h"

#include <fmt/format.h>

#include "core/text/digest.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongest = 1'000;  // characters
constexpr std::size_t kShown = 200;

bool BeginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::string Brief(std::string_view text) {
  if (text.size() <= kLongest) return std::string(text);
  std::size_t characters = 0;
  std::size_t end_of_shown = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!BeginsCharacter(text[i])) continue;
    if (characters++ == kShown) end_of_shown = i;
  }
  if (characters <= kLongest) return std::string(text);
  return fmt::format("{}... ({} characters, sha256 {})", text.substr(0, end_of_shown), characters,
                     Sha256(text));
}

std::string BriefSql(const std::string& text) {
  return fmt::format(
      "CASE WHEN pg_catalog.length({0}) OPERATOR(pg_catalog.>) {1} "
      "THEN pg_catalog.concat(pg_catalog.\"left\"({0}, {2}), '... (', pg_catalog.length({0}), "
      "' characters, sha256 ', pg_catalog.encode(pg_catalog.sha256("
      "pg_catalog.convert_to({0}, 'UTF8')), 'hex'), ')') ELSE {0} END",
      text, kLongest, kShown);
}

}  // namespace gonogo
