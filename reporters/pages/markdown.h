// Markdown tables whose cells are escaped.
#pragma once

#include <initializer_list>
#include <string>

namespace gonogo {

// Returns the text for one cell: printable, without credentials, on one line, with | escaped.
std::string MarkdownCell(const std::string& text);

// Returns the text on one line, in which nothing is markup that links, embeds or hides: no link, no
// HTML, no code, no cell.
std::string MarkdownText(const std::string& text);

// Returns the text as code on one line, in which nothing is markup: no link, no mention, no HTML.
// The caller has made it printable.
std::string MarkdownCode(const std::string& text);

// Returns one row of a table. Escapes each cell.
std::string MarkdownRow(std::initializer_list<std::string> cells);

// Returns the head of a table, with the rule below it.
std::string MarkdownTableHead(std::initializer_list<std::string> columns);

}  // namespace gonogo
