// A stage of the runbook: what it does, and what a plan can configure. The checks of the phase with
// the same name decide whether it passed.
#pragma once

#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/parameter.h"
#include "core/values/phase.h"

namespace gonogo {

struct StageRun;

// What a stage did. It failed if `failures` isn't empty. A stage that couldn't do its work throws
// instead.
struct StageOutcome {
  std::vector<std::string> failures;
  Json facts = Json::object();  // for the ledger: sizes, digests, durations
};

struct Stage {
  Phase phase;
  std::string summary;
  bool needs_checks = false;          // the phase must have at least one check
  bool needs_source = false;          // not for a plan without a source
  bool commands_first = false;        // its commands run before `act`, not after it
  std::vector<Parameter> parameters;  // in addition to StageKeys, which every stage has

  // Does the work. Throws DatabaseError, std::runtime_error or PlanError if it can't.
  StageOutcome (*act)(StageRun& run);

  // Called after `act` and the commands, before the checks. May be null.
  StageOutcome (*note_end)(StageRun& run) = nullptr;

  // Does what takes long and needs nothing but a GO of the checks. May be null.
  StageOutcome (*act_after_checks)(StageRun& run) = nullptr;

  // Called before the stage's commands, because they may stop the application. Throws PlanError or
  // std::runtime_error if the stage can't succeed. May be null.
  void (*check_before_commands)(const StageRun& run) = nullptr;
};

}  // namespace gonogo
