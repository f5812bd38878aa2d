// The whole program gonogo as a function. The build makes a program of it for gates of your own,
// too: see cmake/OwnGates.cmake.
#pragma once

#include "gates/gate_table.h"

namespace gonogo {

// Runs the command that the arguments name, and returns the exit status for main() to return. The
// gates in `own` are there beside gonogo's. Call it once.
int RunProgram(int argc, char** argv, const OwnGates& own);

}  // namespace gonogo
