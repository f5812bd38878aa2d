// The verdict, GO or NO-GO: a pure function of the declared cases and their results.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record/acceptance.h"
#include "core/record/evidence.h"

namespace gonogo {

enum class Decision {
  kGo,
  kNoGo,
  kUndecided,  // nothing failed, but not everything could be checked: not a GO either
};

// Returns "GO", "NO-GO" or "NO-GO (could not decide)".
const std::string& DecisionName(Decision decision);

struct Verdict {
  Decision decision = Decision::kUndecided;
  std::vector<std::string> reasons;  // why it isn't a GO; empty on GO
  std::vector<std::string> remarks;  // advisory findings, waivers, clocks; also on GO
  std::int64_t passed = 0;
  std::int64_t failed = 0;
  std::int64_t errors = 0;
  std::int64_t not_run = 0;
  std::int64_t waived = 0;
  // Of the cases above: those that are advisory, so that they don't decide.
  struct Advisory {
    std::int64_t failed = 0;
    std::int64_t errors = 0;
    std::int64_t not_run = 0;
  } advisory{};
  std::vector<std::string> run_reasons{};  // those of `reasons` that aren't the result of a case
  std::int64_t accepted_findings = 0;      // by waivers, also in cases that failed for others
};

// Returns the decision of that run. Says of a part that it is one: "GO for 3 of 235 cases".
std::string DecisionText(const Verdict& verdict, const RunHeader& run);

enum class Status { kPass, kFail, kError, kNotRun, kWaived };

// Returns "PASS", "FAIL", "ERROR", "NOT RUN" or "WAIVED".
const std::string& StatusName(Status status);

// Returns the status of a finished case, without waivers. An outcome that examined nothing is an
// ERROR, unless `not_run` says for whom it waits: then it is NOT RUN.
Status StatusOf(const CaseResult& result, bool strict);

// Returns the status of the case in that run: WAIVED if it is FAIL or NOT RUN and waivers in force
// accept every finding that decides, or what it waits for. An ERROR can't be waived, because nobody
// knows what it hides.
Status StatusOf(const CaseResult& result, const RunHeader& run);

// Returns whether a case with that severity must pass for a GO.
bool Decides(Severity severity, bool strict);

// Returns
// - GO if every declared case ran exactly once, each that decides is PASS or WAIVED, and no other
//   case ran,
// - NO-GO if a case that decides is FAIL, a case ran or is declared twice, a case ran that isn't
//   declared, or the clock of a server differs from the host's by more than a minute,
// - otherwise undecided: a case that decides is an ERROR or waits for a person, a declared case
//   didn't run, the evidence has a contradiction, or it is of one shard of a run.
Verdict Judge(const Evidence& evidence);

}  // namespace gonogo
