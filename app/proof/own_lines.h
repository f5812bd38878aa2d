// Whether lines of evidence are exactly those that gonogo writes.
#pragma once

#include <cstdint>
#include <string>

#include "core/record/evidence.h"

namespace gonogo {

// Returns the number of the first line, from 1, that gonogo would write otherwise, or 0. `evidence`
// is what ParseEvidence read from the lines, and of this version of gonogo. A member more, or one
// whose name is in capitals, means nothing here, but may to another program that reads the file.
std::int64_t FirstForeignLine(const std::string& lines, const Evidence& evidence);

}  // namespace gonogo
