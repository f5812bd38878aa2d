// Values from outside as reports show them: printable, without marks that turn text around, not
// endless.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace gonogo {

// Returns Printable text in which marks for the direction of text are visible: [U+202E]. Leaves out
// what is beyond `most` bytes, and says how much that is.
std::string Shown(const std::string& text, std::size_t most = 2000);

// Does the same, with blanks in place of line breaks.
std::string InOneLine(const std::string& text, std::size_t most = 1000);

// Returns Printable text for the log of a job, with visible marks as above. CI hosts read commands
// in logs: ::error::, ##[error], ##vso[...], ##teamcity[...]. Breaks what would be one.
std::string LogText(const std::string& text);

// Does the same, with blanks in place of line breaks: a name from outside can't add a line.
std::string LogLine(const std::string& text);

// Returns "12 ms", "3.4 s", "2 min 5 s" or "1 h 20 min".
std::string Took(std::chrono::milliseconds time);

// Returns "2026-02-21 09:30:00 UTC" of a time like 2026-02-21T09:30:00.123Z, and other texts as
// they are.
std::string ShownTime(const std::string& utc);

// Returns "1,234,567".
std::string Thousands(std::int64_t number);

}  // namespace gonogo
