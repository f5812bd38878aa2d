// Judges whether a query can be a check: it must read something, and be able to fail and to pass.
#pragma once

#include <string>

namespace gonogo {

// Returns why the text isn't a single query that reads something, or "".
std::string WhyNoQuery(const std::string& sql);

// Returns the same, or why the rows of the query can't tell good from bad: it never or always
// returns some.
std::string WhyNoCheckByRows(const std::string& sql);

}  // namespace gonogo
