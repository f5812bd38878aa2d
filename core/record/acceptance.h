// What waivers accept of a case.
#pragma once

#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

// Returns why the waiver isn't in force in that run, or "".
std::string ReasonNotInForce(const Waiver& waiver, const RunHeader& run);

// By waiver, and what none accepts.
struct Acceptance {
  struct Accepted {
    const Waiver* waiver = nullptr;
    std::size_t findings = 0;  // that no earlier waiver accepts; 1 for what the case waits for
  };
  std::vector<Accepted> by;
  std::vector<Finding> open;  // the findings that none accepts

  std::size_t findings() const;
};

// Returns what the waivers in force in that run accept of the case: nothing unless it is FAIL or
// NOT RUN.
Acceptance AcceptanceOf(const CaseResult& result, const RunHeader& run);

// Returns the texts for which a FAIL or NOT RUN case must be accepted: the findings that decide, or
// what it waits for. Empty for others.
std::vector<std::string> TextsToAccept(const CaseResult& result, bool strict);

}  // namespace gonogo
