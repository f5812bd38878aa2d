// Runs cases as GoogleTest tests. GoogleTest times and reports them; the verdict comes from the
// evidence. The only user of GoogleTest outside tests/.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/evidence.h"

namespace gonogo {

struct Case {
  DeclaredCase declared;
  const Check* check = nullptr;
  const Subject* subject = nullptr;
};

// Returns the cases with their checks and subjects, in the order of `declared`.
std::vector<Case> CasesOf(const Plan& plan, std::span<const DeclaredCase> declared);

// The outcome of a case for GoogleTest.
struct TestOutcome {
  std::string failure;  // the text of the failure; empty: the test passes
  std::string waived;   // the waiver on which it passes, for the report; empty: none
};
using RunCase = std::function<TestOutcome(const Case&)>;

// Calls `run_case` once for every case, in order, and `write_report` with GoogleTest's report.
// Returns true if every test passed. Can be called only once in a process. Throws what these throw.
bool RunAsTests(std::span<const Case> cases, const RunCase& run_case,
                const std::function<void(const std::string&)>& write_report);

}  // namespace gonogo
