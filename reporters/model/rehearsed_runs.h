// How long the stages of a rehearsal took, also if one was interrupted and went on.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "core/values/phase.h"

namespace gonogo {

// A run of a stage, with the time of the earlier runs that it went on from.
struct RehearsedRun {
  std::chrono::milliseconds took{0};
  std::map<std::string, std::chrono::milliseconds> steps{};  // that were done, by name
};

struct RehearsedRuns {
  std::map<Phase, RehearsedRun> whole{};  // of each stage the last run of this plan that ended GO
  std::optional<RehearsedRun> up_to_no_return{};  // that of its stage, up to the window's point
  bool other_version = false;                     // one was of another version of the plan

  // Returns how long the step took, or 0 if none of these runs has done it.
  std::chrono::milliseconds TimeOf(Phase stage, const std::string& step) const;
};

// Returns whether the line says that this point of the runbook is reached.
bool IsEndOf(const RunbookPoint& point, const LedgerLine& line);

// Returns the runs in the ledger of a rehearsal.
RehearsedRuns RunsIn(const Ledger& ledger, const Plan& plan);

}  // namespace gonogo
