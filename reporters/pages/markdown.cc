// The only file that escapes values for Markdown.
#include "reporters/pages/markdown.h"

#include "core/text/text.h"

namespace gonogo {

std::string MarkdownCell(const std::string& text) {
  std::string cell;
  for (const char c : Printable(WithoutCredentials(text))) {
    if (c == '|') cell += '\\';
    cell += c == '\n' ? ' ' : c;
  }
  return cell;
}

std::string MarkdownRow(std::initializer_list<std::string> cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + MarkdownCell(cell) + " |";
  return row + "\n";
}

std::string MarkdownTableHead(std::initializer_list<std::string> columns) {
  std::string rule = "|";
  for (std::size_t i = 0; i < columns.size(); ++i) rule += "---|";
  return MarkdownRow(columns) + rule + "\n";
}

}  // namespace gonogo
