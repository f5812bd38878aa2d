// The descriptions of the gates, by family: for a terminal and for programs.
#pragma once

#include <span>
#include <string>

#include "core/plan/gate.h"

namespace gonogo {

// Returns one sentence about a family of gates, or "" if the family is unknown.
std::string FamilyDescription(const std::string& family);

// Returns what the role that runs a gate must be able to do.
std::string RoleText(Needs needs);

// The functions below take gates that are sorted by family, as AllGates() returns them.

// Returns a heading for each family and a line for each gate.
std::string GatesText(std::span<const Gate> gates);
// Returns one gate with its parameters.
std::string GateText(const Gate& gate);
// Returns a list of {name, family, summary, meaning, remedy, phases, role, parameters}.
std::string GatesJson(std::span<const Gate> gates);
}  // namespace gonogo
