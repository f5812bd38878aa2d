// All gates, in alphabetical order: a const table that the build writes from the files in gates/.
// A gate whose function is missing is named by the linker; none can be dropped in silence.
#pragma once

#include <span>

#include "core/plan/gate.h"

namespace gonogo {

std::span<const Gate> AllGates();

}  // namespace gonogo
