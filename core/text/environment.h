// The launch environment as a value: what the process was given, with the env file's lines laid
// over it. Gates look here and never at the process itself.
#pragma once

#include <map>
#include <string>

namespace gonogo {

using Environment = std::map<std::string, std::string>;

// What the variable holds, or "": blanks alone are no value.
std::string ValueOf(const Environment& environment, const std::string& variable);

}  // namespace gonogo
