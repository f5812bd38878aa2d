#include "gates/restored_expression.h"

#include <optional>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kOpening = "(ARRAY[";
constexpr std::string_view kCast = "])::";

struct CastArray {
  std::vector<std::string> elements;
  std::string type;  // of an element
  std::size_t end = 0;
};

// The end of what is quoted from `at` on.
std::size_t AfterQuotes(const std::string& sql, std::size_t at) {
  const std::size_t end = sql.find(sql[at], at + 1);
  return end == std::string::npos ? sql.size() : end + 1;
}

std::optional<CastArray> CastArrayAt(const std::string& sql, std::size_t opening) {
  CastArray array;
  std::size_t begin = opening + kOpening.size();
  int depth = 0;
  std::size_t at = begin;
  while (at < sql.size()) {
    const char c = sql[at];
    if (c == '\'' || c == '"') {
      at = AfterQuotes(sql, at);
      continue;
    }
    if (c == '(' || c == '[') ++depth;
    if ((c == ',' || c == ']') && depth == 0) {
      array.elements.emplace_back(Trim(sql.substr(begin, at - begin)));
      begin = at + 1;
      if (c == ']') break;
    }
    if (c == ')' || c == ']') --depth;
    ++at;
  }
  if (sql.compare(at, kCast.size(), kCast) != 0) return {};
  const std::size_t type = at + kCast.size();
  const std::size_t brackets = sql.find("[]", type);
  if (brackets == std::string::npos) return {};
  array.type = sql.substr(type, brackets - type);
  if (array.type.find_first_of("'[]:") != std::string::npos) return {};
  array.end = brackets + 2;
  return array;
}

}  // namespace

std::string AsRestored(const std::string& sql) {
  std::string restored;
  std::size_t at = 0;
  while (at < sql.size()) {
    const std::size_t opening = sql.find(kOpening, at);
    if (opening == std::string::npos) break;
    const auto array = CastArrayAt(sql, opening);
    if (!array) {
      restored += sql.substr(at, opening + 1 - at);
      at = opening + 1;
      continue;
    }
    std::vector<std::string> elements;
    for (const std::string& element : array->elements) {
      elements.push_back("(" + AsRestored(element) + ")::" + array->type);
    }
    restored += sql.substr(at, opening - at) + "ARRAY[" + Join(elements, ", ") + "]";
    at = array->end;
  }
  return restored + sql.substr(std::min(at, sql.size()));
}

}  // namespace gonogo
