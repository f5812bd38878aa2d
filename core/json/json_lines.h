// Files with one JSON object per line, to which records are appended.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/json/json.h"

namespace gonogo {

// What to do with a last line that has no newline: a crash may have cut it off.
enum class UnfinishedLine {
  kThrow,
  kIgnore,
};

// Calls `read` with each line, without the newline. If `read` throws, throws a PlanError with
// `file`, line and the reason, which calls the line an invalid `what`.
void ReadLines(std::string_view lines, const std::string& file, const std::string& what,
               const std::function<void(std::string_view)>& read, UnfinishedLine unfinished);

// Does the same with each line as JSON. Throws PlanError also for one that isn't.
void ReadJsonLines(std::string_view lines, const std::string& file, const std::string& what,
                   const std::function<void(const Json&)>& read,
                   UnfinishedLine unfinished = UnfinishedLine::kThrow);

// Returns the text member of that name. Throws PlanError if it is blank.
std::string RequiredText(const Json& line, const char* member);

}  // namespace gonogo
