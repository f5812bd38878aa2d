// The acts of people that a run looks at, read from their files.
#pragma once

#include <string>
#include <vector>

#include "core/signoff.h"
#include "core/waiver.h"

namespace gonogo {

// Nothing where there is no such file. Throw PlanError where there is one that cannot be read.
std::vector<Signoff> ReadSignoffs(const std::string& path);
std::vector<Waiver> ReadWaivers(const std::string& path);

}  // namespace gonogo
