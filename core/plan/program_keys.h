// The keys of a program that a plan names, for a stage's command and for the gate `command`. Each
// user sets which are required, and their defaults.
#pragma once

#include "core/values/parameter.h"

namespace gonogo {

Parameter ProgramWords();
Parameter ProgramFolder();
Parameter ProgramFiles();
Parameter ProgramEnvironment();

}  // namespace gonogo
