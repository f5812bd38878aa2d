// A fault that somebody plants into a rehearsal, to see that the runbook stops there.
#pragma once

#include <filesystem>
#include <string>

#include "app/context/run_context.h"
#include "app/runbook/one_stage.h"
#include "app/runbook/run_stages.h"
#include "core/json/json.h"
#include "core/plan/plan.h"
#include "core/values/phase.h"
#include "core/values/side.h"

namespace gonogo {

struct Fault {
  std::filesystem::path file;  // statements for psql, which damage a side
  SideName side;
  Phase after;  // the stage after which it is planted

  // Returns "dropped_index.sql on the target after backfill".
  std::string Words() const;
};

// Throws PlanError if the file can't be read, or if the plan has no such side or stage, or none
// after it, up to `until` ("": the last one), that could see the fault.
void RequirePlantable(const Plan& plan, const Fault& fault, const std::string& until);

struct RehearsedFault {
  StagesResult results;     // of the stages before and after
  bool is_planted = false;  // a stage before it may have failed

  bool IsSeen() const;

  // Returns the exit status: 0 if a stage after the fault is NO-GO, 1 if all are GO, and that of
  // the stages otherwise.
  int Status() const;

  // Returns the results' summary, with that status and {"fault": {"file", "side", "after",
  // "seen"}}.
  Json Summary(const Plan& plan, const Fault& fault) const;
};

// Runs the stages on a throw-away pair up to `until`, once, and plants the fault among them. Throws
// as RunStages does, and std::runtime_error with psql's words if a statement fails.
RehearsedFault RehearseFault(const RunContext& context, const StageOptions& options,
                             const Fault& fault, const std::string& until);

}  // namespace gonogo
