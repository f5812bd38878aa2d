// The order of a plan's stages, and which of them may run now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/ledger.h"

namespace gonogo {

// Returns a sha256 of all that defines the stage: the plan's text, and what the environment gives
// to the stage and to the checks of its phase.
std::string StageDigest(const Plan& plan, Phase stage);

// Returns the plan's stages in the order of the runbook, without rollback. Throws PlanError if
// there are none.
std::vector<Phase> RunbookOf(const Plan& plan);

// Throws PlanError if the stage may not run now. The message names the stage to run first.
void RequireMayBegin(const Plan& plan, const Ledger& ledger, Phase stage);

// Returns the stages to run: from `from` (it must be allowed to run), or else from the first one
// that hasn't passed, up to `until` if given. Throws PlanError.
std::vector<Phase> StagesLeft(const Plan& plan, const Ledger& ledger, std::optional<Phase> from,
                              std::optional<Phase> until);

}  // namespace gonogo
