// libunistring knows the letters of Unicode. See docs/adr/0070-names-are-compared-by-unicode.md.
#include "core/text/same_name.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace gonogo {
namespace {

using CodePoints = std::u32string;

static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
const std::uint32_t* Data(const CodePoints& text) {
  return reinterpret_cast<const std::uint32_t*>(text.data());
}

// Returns nullopt if the text isn't UTF-8.
std::optional<CodePoints> Decoded(std::string_view text) {
  CodePoints decoded;
  while (!text.empty()) {
    ucs4_t next = 0;
    const int length =
        u8_mbtoucr(&next, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (length <= 0) return std::nullopt;
    decoded += static_cast<char32_t>(next);
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return decoded;
}

// Returns the words with one space between them, without what nobody sees.
CodePoints Words(const CodePoints& text) {
  CodePoints words;
  bool is_between = false;
  for (const char32_t one : text) {
    if (uc_is_property_default_ignorable_code_point(one)) continue;
    if (uc_is_property_white_space(one)) {
      is_between = !words.empty();
      continue;
    }
    if (is_between) words += U' ';
    is_between = false;
    words += one;
  }
  return words;
}

}  // namespace

bool AreSameName(std::string_view one, std::string_view other) {
  const auto first = Decoded(one);
  const auto second = Decoded(other);
  if (!first || !second) return one == other;
  const CodePoints words = Words(*first);
  const CodePoints others = Words(*second);
  int order = 0;
  const int failed = u32_casecmp(Data(words), words.size(), Data(others), others.size(), nullptr,
                                 UNINORM_NFKC, &order);
  return failed == 0 ? order == 0 : one == other;
}

}  // namespace gonogo
