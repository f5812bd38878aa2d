// One line of the terminal, overwritten by what comes next; where standard error is no terminal,
// nothing.
#pragma once

#include <string>

#include "compare/passes/scan.h"

namespace gonogo {

void ShowLine(const std::string& line);
void ClearLine();

// A line that stays: on standard output, or beside it where that is for JSON.
void SayLine(const std::string& line, bool json);

// "users  1,204,000 rows  850,000 rows/s  62 %  about 4 s left"; pure, for `now`.
std::string Describe(const Progress& progress, std::chrono::steady_clock::time_point now);

// Shows the progress of a scan, a few times a second at most.
ShowProgress ProgressLine();

}  // namespace gonogo
