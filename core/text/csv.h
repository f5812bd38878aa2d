// Comma-separated values, as RFC 4180 has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct CsvRow {
  int line = 0;  // of its first character, from 1
  std::vector<std::string> cells;
};

// Returns the rows, the header among them. A cell may be in double quotes, and then have commas,
// line breaks and "" for a quote. Lines may end with \r\n. Leaves out empty lines, and the mark
// that a text is UTF-8. Throws PlanError with `file` and line, without the text of a cell, for a
// quote that isn't closed or is elsewhere.
std::vector<CsvRow> ParseCsv(std::string_view text, const std::string& file);

}  // namespace gonogo
