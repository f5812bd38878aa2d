// The secrets of a program that a plan's command runs, and their masking in its output.
#pragma once

#include <string>

#include "core/text/environment.h"

namespace gonogo {

// Returns the output with *** for the values of the environment that the program gets, for the
// passwords in them, and for those in its password file and service file. Takes out the rows'
// values that PostgreSQL's messages show.
std::string MaskedOutput(const std::string& output, const Environment& environment);

}  // namespace gonogo
