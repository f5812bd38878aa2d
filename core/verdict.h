// GO or NO-GO: a pure function of what was declared and what was seen.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/evidence.h"

namespace gonogo {

enum class Decision {
  kGo,
  kNoGo,
  kUndecided,  // nothing is known to be wrong, but something could not be told: no GO either
};

// "GO", "NO-GO" or "NO-GO (could not decide)".
const std::string& DecisionName(Decision decision);

struct Verdict {
  Decision decision = Decision::kUndecided;
  std::vector<std::string> reasons;  // why not GO; empty on GO
  std::vector<std::string> remarks;  // advisory findings, which decide nothing
  std::int64_t passed = 0;
  std::int64_t failed = 0;
  std::int64_t errors = 0;
  std::int64_t not_run = 0;
};

// What a finished case comes to. An outcome that examined nothing is an ERROR.
Status StatusOf(const CaseResult& result, bool strict);

// Whether a case that is not PASS keeps the verdict from GO.
bool Decides(Severity severity, bool strict);

// GO where every declared case ran exactly once and none that decides failed or erred, and nothing
// ran that was not declared. NO-GO where one failed or the run contradicts itself. Undecided where
// one that decides erred, or any did not run.
Verdict Judge(std::span<const DeclaredCase> declared, std::span<const CaseResult> results,
              bool strict);

}  // namespace gonogo
