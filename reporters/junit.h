// Writes JUnit's XML: a suite for each phase and check, a test for each case.
#pragma once

#include <string>

#include "reporters/model/run_report.h"

namespace gonogo {

// A case that fails is a failure, one that couldn't be examined an error. One that waits for
// somebody or didn't run is skipped; because tools count that as success, the test "the run as a
// whole" is an error unless the verdict is GO or another test says so. Advisory and waived cases
// pass, and their output says why. Texts are as Printable has them, and otherwise read back equal.
std::string JunitXml(const RunReport& report);

}  // namespace gonogo
