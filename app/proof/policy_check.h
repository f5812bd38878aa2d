// Whether evidence is what a policy requires.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/proof/checklist.h"
#include "app/proof/policy.h"

namespace gonogo {

// What a policy asks about a run, or about a fleet.
struct PolicyFacts {
  std::int64_t keys = 0;     // that signed it
  bool is_whole_go = false;  // for all cases of its phases, and all databases of a fleet
  std::string verdict{};
  std::vector<std::string> phases{};  // empty: all
  bool is_rehearsal = false;
  std::string plan_digest{};
  std::string started{};       // UTC
  std::string counts_until{};  // UTC; "": no check's result has an end
};

// Adds a point for each thing that the policy requires. `now`: UTC.
void CheckPolicy(const Policy& policy, const PolicyFacts& facts, const std::string& now,
                 Checklist& list);

}  // namespace gonogo
