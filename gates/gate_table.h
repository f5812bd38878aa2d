// The table of all gates: gonogo's in alphabetical order, then those that a program adds to them.
//
// The build writes gonogo's from the files in gates/: if a file's function is missing, the linker
// names it, so no gate can be lost silently.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/gate.h"

namespace gonogo {

// The gates of a program that isn't gonogo's own: see cmake/OwnGates.cmake.
struct OwnGates {
  std::vector<Gate (*)()> definitions;
  std::string version;  // tells the code of these gates from any other; evidence names it
};

std::span<const Gate> AllGates();

// Returns gonogo's gates only.
std::span<const Gate> BuiltInGates();

// Adds the gates to those that AllGates returns, as the family "own". Call it before AllGates, and
// once. Throws PlanError if a gate lacks something or has a name that can't be used.
void UseOwnGates(const OwnGates& own);

// Throws PlanError if a gate can't have that name.
void RequireGateName(const std::string& name);

// Returns the version of the gates that UseOwnGates added; "" without any.
const std::string& OwnGatesVersion();

}  // namespace gonogo
