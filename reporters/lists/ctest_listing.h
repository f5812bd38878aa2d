// Writes the plan's checks as ctest tests, in a script that ctest includes whenever it starts.
// A changed plan therefore doesn't need a build.
#pragma once

#include <chrono>
#include <string>

#include "core/plan/plan.h"

namespace gonogo {

struct CtestListing {
  std::string program;         // the gonogo to run
  std::string plan_file;       // absolute
  std::string env_file;        // absolute, or empty
  std::string run_folder;      // where this ctest run writes its evidence
  std::string pair;            // the throw-away pair to start and to use; empty: the servers of the
                               // environment
  bool lacks_servers = false;  // their variables aren't set: no check can run
  std::chrono::milliseconds longest_statement{0};
};

// Returns a script that
// - sets the CMake variable gonogo_rehearsal,
// - adds a test for each check, labelled with its phases,
// - adds a test `verdict.PHASE` for each phase, which runs after the phase's checks and compares
// the
//   cases that ran with the declared ones,
// - adds a test plan.servers, which fails and which all others need, if servers are lacking.
std::string CtestScript(const Plan& plan, const CtestListing& listing);

}  // namespace gonogo
