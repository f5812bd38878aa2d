// The cases of a phase, run by a `gonogo run` of their own: GoogleTest runs once a process, and
// what goes wrong there cannot take the ledger with it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Runs `gonogo run PHASE` with `options` and no more than `environment`; its evidence goes below
// runs/ of the migration's folder. A run without a verdict, or with one that is not its own, could
// not tell. Throws Interrupted.
CasesResult RunCasesOf(Phase phase, const Plan& plan, const std::vector<std::string>& options,
                       const Environment& environment, const std::filesystem::path& folder,
                       bool shows_output);

}  // namespace gonogo
