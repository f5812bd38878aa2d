// Escapes in a literal stay as they are, because SQL needs none of them.
#include "gates/migrations/review/code/code_literal.h"

#include <string_view>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kBlank = " \t\r\n(";

// Skips brackets and what wraps a text: text(, sa.text(, sql=.
std::size_t BeginOfArgument(const std::string& code, std::size_t at) {
  at = code.find_first_not_of(kBlank, at);
  for (const std::string_view wrapper : {"sa.text", "sqlalchemy.text", "text", "sql="}) {
    if (at == std::string::npos || !std::string_view(code).substr(at).starts_with(wrapper))
      continue;
    at = code.find_first_not_of(kBlank, at + wrapper.size());
  }
  return at;
}

bool HasPutIn(const std::string& text) {
  return text.find("#{") != std::string::npos || text.find("${") != std::string::npos;
}

// <<~SQL, <<-SQL and <<SQL: the lines up to that word.
std::optional<CodeLiteral> ReadLines(const std::string& code, std::size_t at) {
  const std::size_t word = code.find_first_not_of("<~-'\"", at);
  const std::size_t begin = code.find('\n', at);
  if (word == std::string::npos || begin == std::string::npos) return std::nullopt;
  std::size_t word_end = word;
  while (word_end < begin &&
         (std::isalnum(static_cast<unsigned char>(code[word_end])) != 0 || code[word_end] == '_')) {
    ++word_end;
  }
  const std::string tag = code.substr(word, word_end - word);
  for (std::size_t line = begin + 1; line < code.size();) {
    const std::size_t end = std::min(code.find('\n', line), code.size());
    if (Trim(std::string_view(code).substr(line, end - line)) == tag) {
      return CodeLiteral{code.substr(begin + 1, line - begin - 1), begin + 1};
    }
    line = end + 1;
  }
  return std::nullopt;
}

std::optional<CodeLiteral> ReadQuoted(const std::string& code, std::size_t at) {
  const char quote = code[at];
  if (quote != '"' && quote != '\'' && quote != '`') return std::nullopt;
  const std::string thrice(3, quote);
  const bool is_thrice = quote != '`' && code.compare(at, 3, thrice) == 0;
  const std::string end_mark = is_thrice ? thrice : std::string(1, quote);
  const std::size_t begin = at + end_mark.size();
  std::size_t end = begin;
  while (end < code.size() && code.compare(end, end_mark.size(), end_mark) != 0) {
    end += code[end] == '\\' ? 2 : 1;
  }
  if (end >= code.size()) return std::nullopt;
  const std::size_t next = code.find_first_not_of(" \t\r\n", end + end_mark.size());
  // One more text, or an operator, makes another text of it.
  const std::string rest = code.substr(end, code.find('\n', end) - end);
  const bool goes_on = next != std::string::npos &&
                       (std::string_view("%+.\"'`\\").find(code[next]) != std::string_view::npos ||
                        rest.find(" else ") != std::string::npos);
  if (goes_on) return std::nullopt;
  return CodeLiteral{code.substr(begin, end - begin), begin};
}

}  // namespace

std::optional<CodeLiteral> ReadLiteral(const std::string& code, std::size_t at) {
  const std::size_t begin = BeginOfArgument(code, at);
  if (begin == std::string::npos) return std::nullopt;
  auto literal =
      code.compare(begin, 2, "<<") == 0 ? ReadLines(code, begin) : ReadQuoted(code, begin);
  if (literal && HasPutIn(literal->text)) return std::nullopt;
  return literal;
}

}  // namespace gonogo
