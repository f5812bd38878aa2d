// Lists the declared cases, for people and for programs.
#pragma once

#include <span>
#include <string>

#include "core/plan/plan.h"
#include "core/record/evidence.h"

namespace gonogo {

// Returns a heading per phase, a line per case, and the number of cases.
std::string CaseListText(std::span<const DeclaredCase> declared);

// Returns a list of {case, check, gate, subject, phases, severity}.
std::string CaseListJson(const Plan& plan, std::span<const DeclaredCase> declared);

}  // namespace gonogo
