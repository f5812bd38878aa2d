// In which order the stages of a plan are done, and which may be done now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/ledger.h"

namespace gonogo {

// What a stage comes down to under the plan as it was read: the plan's text, and what the
// environment gave to the stage and to the checks of its phase. A sha256.
std::string StageDigest(const Plan& plan, Phase stage);

// The stages that the plan has, in the runbook's order. Rollback is none of them: it is done on its
// own, or rehearsed. Throws PlanError where the plan has none.
std::vector<Phase> RunbookOf(const Plan& plan);

// Throws PlanError that names the stage which is to be done first, where there is one.
void RequireMayBegin(const Plan& plan, const Ledger& ledger, Phase stage);

// What is left to do: from `from`, which must be allowed to begin, or from the first stage that is
// not done and green; and up to `until`, where it is given. Throws PlanError.
std::vector<Phase> StagesLeft(const Plan& plan, const Ledger& ledger, std::optional<Phase> from,
                              std::optional<Phase> until);

}  // namespace gonogo
