// Files with one JSON object per line, to which records are appended.
#pragma once

#include <functional>
#include <string>

#include "core/json/json.h"

namespace gonogo {

// What to do with a last line that has no newline: a crash may have cut it off.
enum class UnfinishedLine {
  kThrow,
  kIgnore,
};

// Calls `read` with each line and its text, without the newline. If a line isn't JSON or `read`
// throws, throws a PlanError with `file`, line and the reason, which calls the line an invalid
// `what`.
void ReadJsonLines(const std::string& lines, const std::string& file, const std::string& what,
                   const std::function<void(const Json&, const std::string&)>& read,
                   UnfinishedLine unfinished = UnfinishedLine::kThrow);

// Returns the text member of that name. Throws PlanError if it is blank.
std::string RequiredText(const Json& line, const char* member);

}  // namespace gonogo
