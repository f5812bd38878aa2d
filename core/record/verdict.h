// GO or NO-GO: a pure function of what was declared and what was seen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record/evidence.h"

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
  std::vector<std::string> remarks;  // advisory findings and waivers: what a GO leaves to know
  std::int64_t passed = 0;
  std::int64_t failed = 0;
  std::int64_t errors = 0;
  std::int64_t not_run = 0;
  std::int64_t waived = 0;
};

enum class Status { kPass, kFail, kError, kNotRun, kWaived };

// "PASS", "FAIL", "ERROR", "NOT RUN" or "WAIVED".
const std::string& StatusName(Status status);

// What a finished case comes to by itself, whatever is waived. An outcome that examined nothing is
// an ERROR, unless it says for whom it waits: then it is NOT RUN.
Status StatusOf(const CaseResult& result, bool strict);

// What it comes to in that run: WAIVED where it is FAIL or NOT RUN and a waiver is in force for it.
// Nobody can accept what nobody knows: an ERROR stays one.
Status StatusOf(const CaseResult& result, const RunHeader& run);

// The waiver that makes the case WAIVED in that run, or null.
const Waiver* WaiverOf(const CaseResult& result, const RunHeader& run);

// Whether a case that is not PASS keeps the verdict from GO.
bool Decides(Severity severity, bool strict);

// GO where every declared case ran exactly once, none that decides failed or erred, and nothing ran
// that was not declared; what was waived counts as neither. NO-GO where one failed, or where cases
// ran that do not add up. Undecided where one that decides erred or waits for a person, any did not
// run, or the evidence holds a contradiction.
Verdict Judge(const Evidence& evidence);

}  // namespace gonogo
