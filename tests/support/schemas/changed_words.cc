// Leaves alone what has no meaning of its own: the names of columns, which matter in some places
// only, and DEFERRABLE, which INITIALLY DEFERRED implies.
#include "tests/support/schemas/changed_words.h"

#include <map>

#include "gates/parser/sql_tokens.h"

namespace gonogo::testing_support {
namespace {

// Keywords and operators, and what they become. An empty text removes the word.
const std::map<std::string_view, std::string_view>& OtherWords() {
  static const std::map<std::string_view, std::string_view> kOther = {{"AND", "OR"},
                                                                      {"OR", "AND"},
                                                                      {"NOT", ""},
                                                                      {"ANY", "ALL"},
                                                                      {"ALL", "ANY"},
                                                                      {"TRUE", "FALSE"},
                                                                      {"FALSE", "TRUE"},
                                                                      {"true", "false"},
                                                                      {"false", "true"},
                                                                      {"NULL", "TRUE"},
                                                                      {"DISTINCT", ""},
                                                                      {"ONLY", ""},
                                                                      {"DESC", ""},
                                                                      {"FIRST", "LAST"},
                                                                      {"LAST", "FIRST"},
                                                                      {"UNION", "EXCEPT"},
                                                                      {"INTERSECT", "UNION"},
                                                                      {"EXCEPT", "UNION"},
                                                                      {"LEFT", "RIGHT"},
                                                                      {"RIGHT", "LEFT"},
                                                                      {"FULL", "LEFT"},
                                                                      {"LATERAL", ""},
                                                                      {"ORDINALITY", ""},
                                                                      {"RECURSIVE", ""},
                                                                      {"MATERIALIZED", ""},
                                                                      {"ROLLUP", "CUBE"},
                                                                      {"CUBE", "ROLLUP"},
                                                                      {"ROWS", "RANGE"},
                                                                      {"RANGE", "ROWS"},
                                                                      {"GROUPS", "ROWS"},
                                                                      {"FOLLOWING", "PRECEDING"},
                                                                      {"PRECEDING", "FOLLOWING"},
                                                                      {"EXISTS", "ARRAY"},
                                                                      {"COALESCE", "GREATEST"},
                                                                      {"GREATEST", "LEAST"},
                                                                      {"LEAST", "GREATEST"},
                                                                      {"NULLIF", "COALESCE"},
                                                                      {"VARIADIC", ""},
                                                                      {"UPDATE", "SHARE"},
                                                                      {"SHARE", "UPDATE"},
                                                                      {"NOWAIT", ""},
                                                                      {"DOCUMENT", "CONTENT"},
                                                                      {"CONTENT", "DOCUMENT"},
                                                                      {"LEADING", "TRAILING"},
                                                                      {"TRAILING", "LEADING"},
                                                                      {"BOTH", "LEADING"},
                                                                      {"BEFORE", "AFTER"},
                                                                      {"AFTER", "BEFORE"},
                                                                      {"ROW", "STATEMENT"},
                                                                      {"INSTEAD", "ALSO"},
                                                                      {"UNIQUE", ""},
                                                                      {"JSON", "TEXT"},
                                                                      {"INDENT", ""},
                                                                      {"LOCAL", "local"},
                                                                      {"=", "<>"},
                                                                      {"<>", "="},
                                                                      {"<", ">"},
                                                                      {">", "<"},
                                                                      {"<=", ">="},
                                                                      {">=", "<="},
                                                                      {"+", "-"},
                                                                      {"-", "+"},
                                                                      {"*", "/"}};
  return kOther;
}

bool IsPunctuation(std::string_view token) {
  return std::string_view("()[],.;:").find(token[0]) != std::string_view::npos;
}

bool IsLower(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// Returns another word for the token, or the token itself if it stays as it is.
std::string Changed(std::string_view token) {
  const auto other = OtherWords().find(token);
  if (other != OtherWords().end()) return std::string(other->second);
  const bool is_keyword = token[0] >= 'A' && token[0] <= 'Z';
  if (is_keyword || IsPunctuation(token)) return std::string(token);
  if (token[0] == '\'' || token[0] == '"') {
    return std::string(token).insert(1, "q");
  }
  if (token[0] >= '0' && token[0] <= '9') return "1" + std::string(token);
  return IsLower(token[0]) ? "q" + std::string(token) : "##";
}

}  // namespace

std::vector<std::string> WithChangedWords(const std::string& sql) {
  std::vector<std::string> changed;
  const std::vector<std::string_view> tokens = SqlTokens(sql);
  const auto replace = [&](std::string_view first, std::string_view last, std::string_view other) {
    const auto begin = static_cast<std::size_t>(first.data() - sql.data());
    const auto end = static_cast<std::size_t>(last.data() - sql.data()) + last.size();
    changed.push_back(sql.substr(0, begin).append(other).append(sql.substr(end)));
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && tokens[i - 1] == "AS") continue;
    const std::string other = Changed(tokens[i]);
    if (other != tokens[i]) replace(tokens[i], tokens[i], other);
    if (tokens[i] == "::" && i + 1 < tokens.size()) replace(tokens[i], tokens[i + 1], "");
  }
  return changed;
}

}  // namespace gonogo::testing_support
