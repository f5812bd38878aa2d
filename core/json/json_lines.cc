// A line that can't be read is an error: it may be the one that matters.
#include "core/json/json_lines.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json_error.h"
#include "core/text/text.h"

namespace gonogo {

void ReadLines(std::string_view lines, const std::string& file, const std::string& what,
               const std::function<void(std::string_view)>& read, UnfinishedLine unfinished) {
  for (std::int64_t number = 1; !lines.empty(); ++number) {
    const std::size_t newline = lines.find('\n');
    const bool is_unfinished = newline == std::string_view::npos;
    if (is_unfinished && unfinished == UnfinishedLine::kIgnore) return;
    const std::string_view line = lines.substr(0, newline);
    try {
      if (is_unfinished) throw PlanError("the line is cut off");
      read(line);
    } catch (const std::exception& error) {
      throw PlanError(fmt::format("{}:{}: invalid {}: {}", file, number, what, WhatIsWrong(error)));
    }
    lines.remove_prefix(line.size() + 1);
  }
}

void ReadJsonLines(std::string_view lines, const std::string& file, const std::string& what,
                   const std::function<void(const Json&)>& read, UnfinishedLine unfinished) {
  ReadLines(
      lines, file, what, [&](std::string_view line) { read(ParseRecord(line)); }, unfinished);
}

std::string RequiredText(const Json& line, const char* member) {
  const std::string text = line.at(member);
  if (Trim(text).empty()) throw PlanError(fmt::format("\"{}\" is empty", member));
  return text;
}

}  // namespace gonogo
