// Recognises a statement on servers of different versions.
#pragma once

#include <string>

namespace gonogo {

// Returns a text that is equal for two statements if they differ only in constants, parameters, the
// length of lists of them, comments, white space, and names of aliases. What the parser of
// PostgreSQL 15 can't read is compared as text, with one space for all white space.
std::string StatementFingerprint(const std::string& sql);

}  // namespace gonogo
