// The stages of a plan on a throw-away pair, with the sample application at work: what a runbook
// says may go wrong goes wrong on purpose, and must be told and mended.
#pragma once

#include "app/runbook/staged_run.h"
#include "app/setting/setting.h"
#include "fixtures/rehearsal/sample_application.h"

namespace gonogo {

// Does every stage, and returns all that were done, in order. With an application, and where the
// plan has those stages: a write is lost in dual-write, which must end NO-GO and is reconciled;
// rows that only lag must be told apart from it; after the cutover the rollback is rehearsed, and
// the cutover done again; and at the end no write of the application is missing. Throws as
// DoStages.
StagesResult RehearseRunbook(const RunContext& setting, const StagedOptions& options,
                             SampleApplication* application);

}  // namespace gonogo
