// A word begins and ends where an SQL word would.
#include "gates/migrations/review/code/code_words.h"

#include <algorithm>

#include "gates/parser/sql_quotes.h"

namespace gonogo {

void ForEachWord(const std::string& code, std::string_view word,
                 const std::function<void(std::size_t)>& found) {
  for (std::size_t at = code.find(word); at != std::string::npos; at = code.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !IsSqlWordByte(word.front()) || !IsSqlWordByte(code[at - 1]);
    const bool ends =
        end == code.size() || !IsSqlWordByte(word.back()) || !IsSqlWordByte(code[end]);
    if (begins && ends) found(end);
  }
}

bool HasAny(std::string_view code, const Words& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return code.find(word) != std::string_view::npos; });
}

std::string_view ArgumentsOf(std::string_view code, std::size_t begin) {
  int depth = 0;
  char last = '\0';  // that isn't blank
  std::size_t at = begin;
  for (; at < code.size(); ++at) {
    if (code[at] == '(') ++depth;
    if (code[at] == ')' && --depth <= 0) break;
    if (code[at] == '\n' && depth == 0 && last != ',') break;
    if (std::string_view(" \t\r\n").find(code[at]) == std::string_view::npos) last = code[at];
  }
  return code.substr(begin, at - begin);
}

int LineOf(std::string_view code, std::size_t at) {
  return 1 + static_cast<int>(std::ranges::count(code.substr(0, at), '\n'));
}

}  // namespace gonogo
