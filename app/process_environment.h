// Reads the environment of this process, and removes variables from it that would change a run.
#pragma once

#include "core/text/environment.h"

namespace gonogo {

// Returns the variables of this process.
Environment ProcessEnvironment();

// Removes variables that would select other cases or other servers than the plan and the command
// line say: GTEST_* and the like, and the PG* variables that would fill in the host, database,
// user, password or options of both sides. Restarts the program if there were any, because
// GoogleTest reads some before main. Throws std::system_error.
void RestartWithoutAmbientVariables(char** argv);

}  // namespace gonogo
