// The plan's checks as ctest tests: a script that ctest includes each time it starts, so that a
// changed plan needs no build.
#pragma once

#include <chrono>
#include <string>

#include "core/plan/plan.h"

namespace gonogo {

struct CtestListing {
  std::string program;     // the gonogo to run
  std::string plan_file;   // absolute
  std::string env_file;    // absolute, or empty
  std::string run_folder;  // where this ctest run leaves its evidence
  std::string pair;        // the throw-away pair to start and run on; empty: the servers in the
                           // environment
  std::chrono::milliseconds longest_statement{0};
};

// Sets the CMake variables gonogo_phases, the phases that have a check, and gonogo_rehearsal. Adds
// a test for each check, labelled with its phases, and for each phase a test `verdict.PHASE` after
// them that reconciles what ran with what the plan declares.
std::string CtestScript(const Plan& plan, const CtestListing& listing);

}  // namespace gonogo
