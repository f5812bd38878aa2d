// Prints progress on a line of the terminal that the next output replaces, and lines that stay.
// Prints no progress if standard output or standard error isn't a terminal.
#pragma once

#include <string>

#include "compare/passes/scan.h"

namespace gonogo {

void ShowProgressLine(const std::string& line);
void ClearProgressLine();

// Prints a line that stays: to standard output, or to standard error if that is kept for JSON.
void PrintLine(const std::string& line, bool json);

// Returns "  ...    users  1,204,000 rows  850,000 rows/s  62 %  about 4 s left".
std::string Describe(const Progress& progress, std::chrono::steady_clock::time_point now);

// Returns a function that shows the progress of a scan at most five times a second; null if there
// is no terminal.
ShowProgress ProgressLine();

}  // namespace gonogo
