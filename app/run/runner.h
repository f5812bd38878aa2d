// Cases as GoogleTest cases. GoogleTest registers, times and reports them; what they come to is
// decided elsewhere, from the evidence. The only user of gtest outside tests/.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "core/plan/plan.h"
#include "core/record/evidence.h"

namespace gonogo {

struct Case {
  DeclaredCase declared;
  const Check* check = nullptr;
  const Subject* subject = nullptr;
};

// The cases with their checks and subjects, in the order of `declared`, which `plan` declares.
std::vector<Case> CasesOf(const Plan& plan, std::span<const DeclaredCase> declared);

// What a case comes to in GoogleTest's eyes.
struct TestResult {
  std::string failure;  // empty: it passes; anything else fails with this text
  std::string waived;   // whose word it passes on, for the report; empty: nobody's
};
using CaseBody = std::function<TestResult(const Case&)>;

// Runs `body` for every case, once, in order, and lets GoogleTest write its report into `junit`.
// Returns whether GoogleTest saw every case pass. To be called once in a process.
bool RunCases(std::span<const Case> cases, const CaseBody& body,
              const std::filesystem::path& junit);

}  // namespace gonogo
