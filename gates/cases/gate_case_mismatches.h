// Checks the results of a gate case: they must match its expectations and not show secrets.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/record/evidence.h"
#include "gates/cases/gate_case.h"

namespace gonogo {

// Returns a text for each result that differs from the case's expectation. `facts` replace
// ${source.address} and the like in the expected texts.
std::vector<std::string> Mismatches(const GateCase& expected, std::span<const CaseResult> results,
                                    const std::map<std::string, std::string>& facts);

// Returns a text for each secret, or longer part of one, that the results show, unless an expected
// finding of the case contains it on purpose.
std::vector<std::string> Leaks(const GateCase& expected, std::span<const CaseResult> results,
                               std::span<const std::string> secrets);

}  // namespace gonogo
