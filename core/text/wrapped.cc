// Counts characters of UTF-8, each as one column.
#include "core/text/wrapped.h"

#include <algorithm>
#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

bool BeginsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t ColumnsOf(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) columns += BeginsCharacter(c) ? 1 : 0;
  return columns;
}

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '`') {
      const std::size_t end = text.find('`', at + 1);
      if (end != std::string_view::npos) at = end;
    } else if (text[at] == ' ') {
      words.push_back(text.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  words.push_back(text.substr(begin));
  return words;
}

}  // namespace

std::string Wrapped(std::string_view text, std::size_t column, std::size_t indent,
                    std::size_t width) {
  std::string lines;
  for (const std::string_view word : WordsOf(text)) {
    const std::size_t size = ColumnsOf(word);
    const bool is_first = lines.empty();
    if (!is_first && column + 1 + size > width) {
      while (lines.ends_with(' ')) lines.pop_back();
      lines += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!is_first) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += size;
  }
  return lines;
}

std::string WrappedLines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines = Split(text, '\n');
  for (std::string& line : lines) {
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    line = std::string(blanks, ' ') + Wrapped(line.substr(blanks), blanks, blanks + 2, width);
  }
  return Join(lines, "\n");
}

std::string CutTo(std::string_view text, std::size_t width) {
  constexpr std::string_view kDots = "...";
  if (ColumnsOf(text) <= width || width < kDots.size()) return std::string(text);
  std::size_t end = 0;
  std::size_t columns = 0;
  while (end < text.size()) {
    if (BeginsCharacter(text[end]) && columns++ == width - kDots.size()) break;
    ++end;
  }
  return std::string(text.substr(0, end)) + std::string(kDots);
}

}  // namespace gonogo
