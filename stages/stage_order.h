// The order of a plan's stages, and which of them may run now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "stages/looks.h"

namespace gonogo {

// Returns a sha256 of all that defines the stage: the plan's text, and what the environment gives
// to the stage and to the checks of its phase.
std::string StageDigest(const Plan& plan, Phase stage);

// Returns the plan's stages in the order of the runbook, without rollback. Throws PlanError if
// there are none.
std::vector<Phase> RunbookOf(const Plan& plan);

// Returns the stages that have passed and still count, whatever the age of their checks.
std::vector<Phase> CompletedStages(const Plan& plan, const Ledger& ledger);

// Returns why a stage that ran before isn't done, for who must confirm it once more: "stage schema
// began at 2026-02-21T09:30:00.000Z already, but ran before a change of steps/tables.sql". "" if it
// hasn't run, or has passed.
std::string WhyAgain(const Plan& plan, const Ledger& ledger, Phase stage);

// Returns those on which `next` (or the end of the runbook) relies and that must be looked at again
// first. Throws PlanError if a clock is wrong.
std::vector<Reliance> DueLooks(const Plan& plan, const Ledger& ledger, std::optional<Phase> next,
                               const Present& present);

// Throws PlanError if the stage may not run now. The message names the stage to run first.
void RequireMayBegin(const Plan& plan, const Ledger& ledger, Phase stage, const Present& present);

// Returns the stages to run: from `from` (it must be allowed to run), or else from the first one
// that hasn't passed, up to `until` if given. Throws PlanError. Looks that are due come before
// them.
std::vector<Phase> StagesLeft(const Plan& plan, const Ledger& ledger, std::optional<Phase> from,
                              std::optional<Phase> until, const Present& present);

}  // namespace gonogo
