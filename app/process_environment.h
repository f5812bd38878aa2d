// What the surroundings may not decide: variables that would change which cases run, or where a
// connection leads, without standing in the plan or on the command line.
#pragma once

#include "core/text/environment.h"

namespace gonogo {

// Starts the program again without GTEST_*, TESTBRIDGE_* and their like (GoogleTest reads some of
// them before main does) and without the PG* variables that would fill in host, database, user,
// password or options for both sides alike. Returns only where there are none of
// them. Throws std::system_error.
void RestartWithoutAmbientVariables(char** argv);

// The variables of this process.
Environment ProcessEnvironment();

}  // namespace gonogo
