// Runs stages of the runbook, one after the other, up to the first that isn't GO. The ledger
// records what happened.
#pragma once

#include <string>

#include "app/context/run_context.h"
#include "app/runbook/one_stage.h"
#include "core/json/json.h"
#include "core/plan/plan.h"

namespace gonogo {

struct StageRequest {
  std::string stage;  // the name of a stage, or "all": all that are left to do
  std::string from;   // with "all": the first stage to do; "": the first that is left
  std::string until;  // with "all": the last stage to do; "": the last of the plan
};

struct StagesResult {
  int status = 0;      // exit status: of the first stage that isn't GO, or 0
  std::string ledger;  // path; "" in a dry run
  // The result of each stage and look, as in the ledger, with its name; of a look with "look":
  // true, of a stage that didn't begin with "refused": true.
  Json stages = Json::array();
  // If nothing was left to do: the results that count, with their age.
  Json relies_on = Json::array();
  // Of a dry run: {"look_at", "run"}, names of stages; else null.
  Json would = nullptr;

  // Returns {"verdict", "exit_status", "plan", "plan_digest", "ledger", "stages", "relies_on"}, of
  // a dry run {"dry_run": true, "exit_status", "plan", "plan_digest", "would"}, without a verdict.
  Json Summary(const Plan& plan) const;
};

// Throws PlanError if a stage is unknown, isn't confirmed or may not begin yet. Throws
// DatabaseError if the target can't be locked. Throws Interrupted.
StagesResult RunStages(const RunContext& context, const StageRequest& request,
                       const StageOptions& options);

}  // namespace gonogo
