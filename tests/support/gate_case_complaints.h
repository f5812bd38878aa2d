// What is wrong with the results of a case for a gate: they differ from its expectations, or they
// show what must stay secret.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/record/evidence.h"
#include "tests/support/gate_case.h"

namespace gonogo::testing_support {

// How the results differ from what the case expects, in words; empty where they do not. In the
// texts of an expectation, ${source.address} and the like stand for `facts`.
std::vector<std::string> Complaints(const GateCase& expected, std::span<const CaseResult> results,
                                    const std::map<std::string, std::string>& facts);

// Which of the secrets, or of the longer parts of them, the results show, and the case does not
// show on purpose.
std::vector<std::string> Leaks(const GateCase& expected, std::span<const CaseResult> results,
                               std::span<const std::string> secrets);

}  // namespace gonogo::testing_support
