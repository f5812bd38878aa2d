// A line that can't be read is an error: it may be the one that matters.
#include "core/json/json_lines.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json_error.h"
#include "core/text/text.h"

namespace gonogo {

void ReadJsonLines(const std::string& lines, const std::string& file, const std::string& what,
                   const std::function<void(const Json&, const std::string&)>& read,
                   UnfinishedLine unfinished) {
  std::vector<std::string> texts = Split(lines, '\n');
  const bool ends_with_newline = texts.back().empty();
  if (ends_with_newline || unfinished == UnfinishedLine::kIgnore) texts.pop_back();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    try {
      const bool is_unfinished = !ends_with_newline && i + 1 == texts.size();
      if (is_unfinished && unfinished == UnfinishedLine::kThrow) {
        throw PlanError("the line is cut off");
      }
      read(ParseRecord(texts[i]), texts[i]);
    } catch (const std::exception& error) {
      throw PlanError(fmt::format("{}:{}: invalid {}: {}", file, i + 1, what, WhatIsWrong(error)));
    }
  }
}

std::string RequiredText(const Json& line, const char* member) {
  const std::string text = line.at(member);
  if (Trim(text).empty()) throw PlanError(fmt::format("\"{}\" is empty", member));
  return text;
}

}  // namespace gonogo
