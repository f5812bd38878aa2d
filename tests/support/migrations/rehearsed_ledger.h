// The ledger of a rehearsal that only the test has run.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/values/phase.h"

namespace gonogo::testing_support {

// How long something took in the rehearsal: a stage, and the commands at its beginning.
struct RehearsedStage {
  Phase stage = Phase::kPreflight;
  std::chrono::milliseconds took{0};
  std::vector<std::string> commands{};
  std::chrono::milliseconds last_command_took{0};  // the others took no time
};

// Returns the lines of a ledger in which these stages of the plan ended GO.
std::string RehearsedLedger(const std::string& plan, const std::vector<RehearsedStage>& stages);

}  // namespace gonogo::testing_support
