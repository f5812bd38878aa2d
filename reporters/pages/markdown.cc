// The only file that escapes values for Markdown.
#include "reporters/pages/markdown.h"

#include <algorithm>
#include <string_view>

#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {

std::string MarkdownCell(const std::string& text) {
  std::string cell;
  for (const char c : Printable(WithoutCredentials(text))) {
    if (c == '|') cell += '\\';
    cell += c == '\n' ? ' ' : c;
  }
  return cell;
}

std::string MarkdownText(const std::string& text) {
  constexpr std::string_view kMarkup = "\\`<>[]#&|";
  std::string escaped;
  for (const char c : Shown(WithoutCredentials(text))) {
    if (kMarkup.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

std::string MarkdownCode(const std::string& text) {
  std::string line;
  std::size_t run = 0;
  std::size_t longest = 0;
  for (const char c : text) {
    line += c == '\n' || c == '\r' ? ' ' : c;
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  if (Trim(line).empty()) return "(empty)";
  const std::string fence(longest + 1, '`');
  const bool needs_blank = line.front() == '`' || line.back() == '`' || line.front() == ' ';
  const std::string blank = needs_blank ? " " : "";
  return fence + blank + line + blank + fence;
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
