// The descriptions of the gates as pages of documentation: an index, a page for each family, the
// hazards.
#pragma once

#include <map>
#include <span>
#include <string>

#include "core/plan/gate.h"
#include "core/plan/hazard.h"

namespace gonogo {

// Returns texts by file below docs/: gates.md, gates/FAMILY.md, and gates/hazards.md. Takes gates
// that are sorted by family, as AllGates() returns them.
std::map<std::string, std::string> GatesPages(std::span<const Gate> gates,
                                              std::span<const Hazard> hazards);

}  // namespace gonogo
