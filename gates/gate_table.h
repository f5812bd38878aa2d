// The table of all gates, in alphabetical order. The build writes it from the files in gates/: if a
// file's function is missing, the linker names it, so no gate can be lost silently.
#pragma once

#include <span>

#include "core/plan/gate.h"

namespace gonogo {

std::span<const Gate> AllGates();

}  // namespace gonogo
