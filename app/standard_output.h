// Standard output, which holds a command's result: a result that couldn't be written is no result.
#pragma once

#include <string>

namespace gonogo {

// Opens /dev/null for each of the standard streams that the parent closed. Otherwise the first file
// that this process opens would become standard output, and the result would be written into it. To
// a standard output that was closed nothing can be written, which OutputFailure then reports.
void OpenClosedStandardStreams();

// Writes what is buffered. Returns why a part of the output is lost, or "".
std::string OutputFailure();

}  // namespace gonogo
