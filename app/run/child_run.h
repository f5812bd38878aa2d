// Runs checks in a child process, `gonogo run`: GoogleTest can run only once in a process, and a
// crash there can't damage the ledger.
#pragma once

#include "app/context/run_context.h"
#include "app/run/run_options.h"
#include "core/values/phase.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Runs the phase's checks named by `options`, or all of the phase if it names none. The child's
// evidence is below runs/ in the migration's folder, and it prints nothing with --json. A child
// that still runs at `until` is ended. If the child leaves no verdict, or one that doesn't match,
// the status is "could not decide". Throws Interrupted.
CasesResult RunInChild(const RunContext& context, Phase phase, const RunOptions& options,
                       Moment until = Moment::max());

}  // namespace gonogo
