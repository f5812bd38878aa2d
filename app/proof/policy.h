// What somebody requires of evidence beyond that it is sound: --require
// signed,go,phase=gate,plan=SHA,age<24h,production,signers>=2.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace gonogo {

struct Policy {
  bool go = false;  // for all cases of its phases
  bool production = false;
  std::int64_t signers = 1;  // evidence that nobody signed is never verified
  std::string phase{};       // one that the run must have asked
  std::string plan{};        // how the plan's SHA-256 begins
  std::optional<std::chrono::minutes> age{};
};

// Throws PlanError for words that it doesn't know, and if there is none: a script's variable may be
// empty by mistake.
Policy ParsePolicy(const std::string& words);

// Returns the time of "24h", "90m" or "2d". Throws PlanError that begins with `option`.
std::chrono::minutes ParseAge(const std::string& text, const std::string& option);

}  // namespace gonogo
