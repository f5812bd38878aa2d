// Where a stage that is run again resumes its commands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/plan/stage_command.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Returns the index of the command to start with: the one after the last `checks` that a program,
// flags or the source's writes followed. Those checks can't be repeated, because such a command may
// have changed what they look at. Of checks after it, only a soak that has passed isn't repeated.
//
// Returns 0 if no such command followed any checks, if an earlier stage or a rollback ran since, or
// if somebody set the flags otherwise; in the last case notes a restart in the ledger.
//
// Throws PlanError if the skipped checks didn't pass under this plan and environment.
std::size_t ResumePoint(StageRun& run, const std::vector<StageCommand>& commands);

// Returns the ids of the skipped checks that can be asked again: a fence before a command that was
// begun and hasn't succeeded. What it demands must still be so, as somebody may have opened the
// source since. Once that command has succeeded, the plan may have others write there.
std::vector<std::string> FencesToAskAgain(const StageRun& run,
                                          const std::vector<StageCommand>& commands,
                                          std::size_t resume_point);

}  // namespace gonogo
