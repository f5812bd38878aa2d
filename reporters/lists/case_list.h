// The declared cases, for people and for programs.
#pragma once

#include <span>
#include <string>

#include "core/plan/plan.h"
#include "core/record/evidence.h"

namespace gonogo {

// A heading a phase, a case a line, their number last.
std::string CaseListText(std::span<const DeclaredCase> declared);

// A list of {case, check, gate, subject, phases, severity}.
std::string CaseListJson(const Plan& plan, std::span<const DeclaredCase> declared);

}  // namespace gonogo
