// Writes JUnit's XML: a test for each case, named by plan, phase and check.
#pragma once

#include <string>

#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// A case that fails is a failure; one that couldn't be examined, waits for somebody or didn't run
// is an error. Advisory and waived cases pass, and their output says why. No case is "skipped",
// which tools count as success.
std::string JunitXml(const Evidence& evidence, const Verdict& verdict, const Plan& plan);

}  // namespace gonogo
