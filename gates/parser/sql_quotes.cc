// Strings are read as with standard_conforming_strings: only E'...' has escapes.
#include "gates/parser/sql_quotes.h"

#include <algorithm>
#include <cctype>

namespace gonogo {
namespace {

std::size_t AfterMatch(std::string_view sql, std::string_view end, std::size_t from) {
  const std::size_t found = sql.find(end, from);
  return found == std::string_view::npos ? sql.size() : found + end.size();
}

// Returns true if the quote at `at` belongs to an E'...'.
bool HasEscapes(std::string_view sql, std::size_t at) {
  if (at == 0 || (sql[at - 1] != 'e' && sql[at - 1] != 'E')) return false;
  return at == 1 || !IsSqlWordByte(sql[at - 2]);
}

std::size_t EndOfString(std::string_view sql, std::size_t at) {
  const bool has_escapes = HasEscapes(sql, at);
  for (++at; at < sql.size(); ++at) {
    if (has_escapes && sql[at] == '\\') {
      ++at;
    } else if (sql[at] == '\'') {
      return at + 1;
    }
  }
  return sql.size();
}

// Returns $tag$ if it begins at `at`, or "".
std::string_view DollarTag(std::string_view sql, std::size_t at) {
  if (at > 0 && IsSqlWordByte(sql[at - 1])) return "";
  std::size_t end = at + 1;
  while (end < sql.size() && IsSqlWordByte(sql[end]) && sql[end] != '$') ++end;
  const bool is_number =
      std::isdigit(static_cast<unsigned char>(sql[std::min(at + 1, sql.size() - 1)])) != 0;
  if (end >= sql.size() || sql[end] != '$' || is_number) return "";
  return sql.substr(at, end + 1 - at);
}

}  // namespace

bool IsSqlWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

std::size_t EndOfQuote(std::string_view sql, std::size_t at) {
  if (sql[at] == '\'') return EndOfString(sql, at);
  if (sql[at] == '"') return AfterMatch(sql, "\"", at + 1);
  if (sql[at] != '$') return at;
  const std::string_view tag = DollarTag(sql, at);
  return tag.empty() ? at : AfterMatch(sql, tag, at + tag.size());
}

std::size_t EndOfComment(std::string_view sql, std::size_t at) {
  if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
  if (sql.substr(at, 2) != "/*") return at;
  int depth = 0;  // block comments nest
  while (at < sql.size()) {
    const std::string_view two = sql.substr(at, 2);
    if (two != "/*" && two != "*/") {
      ++at;
      continue;
    }
    depth += two == "/*" ? 1 : -1;
    at += 2;
    if (depth == 0) return at;
  }
  return sql.size();
}

}  // namespace gonogo
