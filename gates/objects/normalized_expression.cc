// Finds the casts by their brackets and quotes; it doesn't parse the SQL.
#include "gates/objects/normalized_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kOpening = "(ARRAY[";
constexpr std::string_view kCast = "])::";

// (ARRAY[element, ...])::type[]
struct CastArray {
  std::vector<std::string> elements;
  std::string type;     // of an element
  std::size_t end = 0;  // behind the cast
};

bool Opens(char c) { return c == '(' || c == '['; }
bool Closes(char c) { return c == ')' || c == ']'; }

// Returns the position after the quoted text that begins at `at`.
std::size_t AfterQuotes(const std::string& sql, std::size_t at) {
  const std::size_t end = sql.find(sql[at], at + 1);
  return end == std::string::npos ? sql.size() : end + 1;
}

// Returns the position of the comma or bracket that ends the element at `at`.
std::size_t EndOfElement(const std::string& sql, std::size_t at) {
  int depth = 0;
  while (at < sql.size()) {
    const char c = sql[at];
    if (c == '\'' || c == '"') {
      at = AfterQuotes(sql, at);
      continue;
    }
    if (depth == 0 && (c == ',' || c == ']')) break;
    depth += Opens(c) ? 1 : Closes(c) ? -1 : 0;
    ++at;
  }
  return at;
}

// Returns the array cast at `opening`, or nothing if the text there is something else.
std::optional<CastArray> CastArrayAt(const std::string& sql, std::size_t opening) {
  CastArray array;
  std::size_t begin = opening + kOpening.size();
  std::size_t end = EndOfElement(sql, begin);
  array.elements.emplace_back(Trim(sql.substr(begin, end - begin)));
  while (end < sql.size() && sql[end] == ',') {
    begin = end + 1;
    end = EndOfElement(sql, begin);
    array.elements.emplace_back(Trim(sql.substr(begin, end - begin)));
  }
  if (sql.compare(end, kCast.size(), kCast) != 0) return {};
  const std::size_t type = end + kCast.size();
  const std::size_t brackets = sql.find("[]", type);
  if (brackets == std::string::npos) return {};
  array.type = sql.substr(type, brackets - type);
  if (array.type.find_first_of("'[]:") != std::string::npos) return {};
  array.end = brackets + 2;
  return array;
}

}  // namespace

std::string NormalizedExpression(const std::string& sql) {
  std::string normalized;
  std::size_t at = 0;
  while (at < sql.size()) {
    const std::size_t opening = sql.find(kOpening, at);
    if (opening == std::string::npos) break;
    const auto array = CastArrayAt(sql, opening);
    if (!array) {
      normalized += sql.substr(at, opening + 1 - at);
      at = opening + 1;
      continue;
    }
    std::vector<std::string> elements;
    for (const std::string& element : array->elements) {
      elements.push_back(fmt::format("({})::{}", NormalizedExpression(element), array->type));
    }
    normalized += fmt::format("{}ARRAY[{}]", sql.substr(at, opening - at), Join(elements, ", "));
    at = array->end;
  }
  return normalized + sql.substr(std::min(at, sql.size()));
}

}  // namespace gonogo
