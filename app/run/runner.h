// Runs cases as GoogleTest tests. GoogleTest says whether all passed; the verdict and the reports
// come from the evidence. The only user of GoogleTest outside tests/.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/evidence.h"

namespace gonogo {

struct Case {
  const DeclaredCase& declared;
  const Check* check = nullptr;
  const Subject* subject = nullptr;
};

// Returns the cases with their checks and subjects, in the order of `declared`, to which they
// refer.
std::vector<Case> CasesOf(const Plan& plan, std::span<const DeclaredCase> declared);

// Returns the text of the case's failure, or "" if the test passes.
using RunCase = std::function<std::string(const Case&)>;

// Calls `run_case` once for every case, in order. Returns true if every test passed. Can be called
// only once in a process. Throws what `run_case` throws.
bool RunAsTests(std::span<const Case> cases, const RunCase& run_case);

}  // namespace gonogo
