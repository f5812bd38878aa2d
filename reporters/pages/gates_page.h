// The descriptions of the gates, by family: for a terminal, for programs, and as docs/gates.md.
#pragma once

#include <span>
#include <string>

#include "core/plan/gate.h"
#include "core/plan/hazard.h"

namespace gonogo {

// Returns one sentence about a family of gates, or "" if the family is unknown.
std::string FamilyDescription(const std::string& family);

// The functions below take gates that are sorted by family, as AllGates() returns them.

// Returns a heading for each family and a line for each gate.
std::string GatesText(std::span<const Gate> gates);
// Returns one gate with its parameters.
std::string GateText(const Gate& gate);
// Returns a list of {name, family, summary, meaning, remedy, phases, role, parameters}.
std::string GatesJson(std::span<const Gate> gates);
// Returns docs/gates.md. It ends with a table of the hazards, if there are any.
std::string GatesMarkdown(std::span<const Gate> gates, std::span<const Hazard> hazards);

}  // namespace gonogo
