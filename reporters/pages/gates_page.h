// The gates as they describe themselves: for a terminal, for programs, and as docs/gates.md.
#pragma once

#include <span>
#include <string>

#include "core/plan/gate.h"
#include "core/plan/hazard.h"

namespace gonogo {

// A gate a line.
std::string GatesText(std::span<const Gate> gates);
// One gate with its parameters.
std::string GateText(const Gate& gate);
std::string GatesJson(std::span<const Gate> gates);
// With the hazards that they see, if any are given.
std::string GatesMarkdown(std::span<const Gate> gates, std::span<const Hazard> hazards);

}  // namespace gonogo
