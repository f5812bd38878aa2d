// The acts of people that a run looks at, read from their files.
#pragma once

#include <string>
#include <vector>

#include "core/record/signoff.h"
#include "core/values/waiver.h"

namespace gonogo {

// Nothing where there is no such file. Throw PlanError where there is one that cannot be read. What
// was signed before a backup was last restored (by the ledger beside the file) is left out: it was
// about what is undone.
std::vector<Signoff> ReadSignoffs(const std::string& path);
std::vector<Waiver> ReadWaivers(const std::string& path);

}  // namespace gonogo
