// The launch environment as a value: the process's environment, overridden by the env file.
// Gates read variables from here, never from the process itself.
#pragma once

#include <map>
#include <string>

namespace gonogo {

using Environment = std::map<std::string, std::string>;

// Returns the variable's value, or "" if it is unset or blank.
std::string ValueOf(const Environment& environment, const std::string& variable);

}  // namespace gonogo
