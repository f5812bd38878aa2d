// A stage: what acts at one point of the runbook. What holds at that point are the checks of the
// phase with the same name.
#pragma once

#include <string>
#include <vector>

#include "core/values/parameter.h"
#include "core/values/phase.h"

namespace gonogo {

struct StageRun;

// What a stage did. Where `wrong` says something, the stage is red: the migration cannot go on as
// it is. Whatever kept the stage from acting is thrown instead.
struct StageOutcome {
  std::vector<std::string> wrong;
  Json facts = Json::object();  // for the ledger: sizes, digests, durations
};

struct Stage {
  Phase phase;
  std::string summary;
  bool needs_checks = false;          // its phase's checks decide: without one it says nothing
  bool needs_source = false;          // it moves rows, and so a plan inside one database has none
  bool commands_first = false;        // its commands are done before it acts, not afterwards
  std::vector<Parameter> parameters;  // beside those that every stage has (StageKeys)

  // Acts. Throws DatabaseError, std::runtime_error, PlanError where it could not.
  StageOutcome (*act)(StageRun& run);

  // Asked before the stage's commands, which may take the application down: throws PlanError where
  // it is known already that it cannot act. Null: nothing is.
  void (*demand)(const StageRun& run) = nullptr;
};

}  // namespace gonogo
