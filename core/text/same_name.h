// Whether two names that people typed are one.
#pragma once

#include <string_view>

namespace gonogo {

// Returns true if the names differ only in case, in white space between and around the words, in
// characters that nobody sees, or in how Unicode writes a letter (Ä as one character or as two).
// Bytes that aren't UTF-8 are compared as they are.
bool AreSameName(std::string_view one, std::string_view other);

}  // namespace gonogo
