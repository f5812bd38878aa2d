// Runs the checks of a plan and judges them.
#pragma once

#include <string>

#include "app/context/run_context.h"
#include "app/run/run_options.h"
#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Returns the name and the version: "gonogo 0.1.0"; with gates of one's own also their version.
std::string ToolName();

// Returns the header of a run that starts now, with the waivers of the plan and of the migration,
// but without the servers. Throws PlanError if the waivers can't be read.
RunHeader HeaderOf(const Plan& plan, const MigrationFolder& migration, const RunOptions& options);

// Opens both sides, runs every declared case once, and writes the evidence and the verdict. Returns
// the exit status. Throws PlanError if no case is selected. Throws Interrupted after a signal; the
// evidence so far is kept then, without a verdict.
int Run(const RunContext& context, const RunOptions& options);

}  // namespace gonogo
