// Stages of the runbook, one after the other: each is confirmed, acts, runs what the plan's
// commands say, and is judged by the cases of its phase. The ledger holds what happened.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/setting/connections.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "core/text/json.h"
#include "stages/confirmation.h"

namespace gonogo {

struct StagedOptions {
  std::filesystem::path folder;  // of the migration; empty: evidence/PLAN
  Confirmations confirmations;
  bool dry_run = false;  // say what would be done, and do nothing
  // Rollback applies to the source what it is owed, and compares again; schema applies its steps
  // and rolls them back.
  bool rehearse = false;
  std::size_t jobs = 2;
  bool json = false;  // standard output is for the summary: what runs prints goes nowhere
  // For the runs of cases, as `gonogo run` takes them.
  std::vector<std::string> run_options;
};

// What is asked for: `all` that is left, from `from` and up to `until` where they are given, or one
// stage.
struct StageRequest {
  std::string stage;  // a stage's name, or all
  std::string from;   // a stage's name, or empty
  std::string until;  // a stage's name, or empty
};

struct StagesResult {
  int status = 0;               // for the exit: of the first stage that is not green, else 0
  std::string ledger;           // its path; empty: nothing was to be done
  Json stages = Json::array();  // as the ledger has their ends, each with its name

  // {"verdict", "exit_status", "plan", "plan_digest", "ledger", "stages"}
  Json Summary(const Plan& plan) const;
};

// Throws PlanError where a stage may not begin, is not confirmed or is unknown, DatabaseError where
// the target cannot be locked, and Interrupted.
StagesResult DoStages(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
                      const StageRequest& wanted, const StagedOptions& options);

}  // namespace gonogo
