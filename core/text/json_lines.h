// Files of one JSON object a line, that people's own acts are appended to.
#pragma once

#include <functional>
#include <string>

#include "core/text/json.h"

namespace gonogo {

// Calls `read` with each line. Throws PlanError that names `file` and the line, and says that it is
// no `what`, where a line is no JSON, `read` throws, or the last line is cut off.
void ReadJsonLines(const std::string& lines, const std::string& file, const std::string& what,
                   const std::function<void(const Json&)>& read);

// The member of that name, a text in which something stands. Throws PlanError.
std::string FilledText(const Json& line, const char* member);

}  // namespace gonogo
