// Runs the stages of a plan on a throw-away pair. Causes faults that a runbook must notice and
// repair, such as a lost write.
#pragma once

#include <string>

#include "app/context/run_context.h"
#include "app/runbook/run_stages.h"
#include "fixtures/rehearsal/sample_application.h"

namespace gonogo {

// Runs every stage, and returns the results of all that ran, in order. With a sample application
// and the stages for it:
// - the application loses a write in dual-write, which must end NO-GO; the loss is reconciled;
// - dual-write must tell rows that only lag from the lost one;
// - after the cutover the rollback is rehearsed, and the cutover is done again;
// - at the end, every write of the application must be on the target.
// With `until`, only the stages up to this one, once and without faults.
// `application` may be null. Throws as RunStages does.
StagesResult RehearseRunbook(const RunContext& context, const StageOptions& options,
                             SampleApplication* application, const std::string& until = "");

}  // namespace gonogo
