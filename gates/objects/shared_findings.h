// Tells what the source has alike from what the move did. Gates that judge the target alone use it.
#pragma once

#include <functional>

#include "core/values/outcome.h"
#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

using SideJudge = std::function<Outcome(SideName)>;

// Judges the target. If that has findings and the plan has a source, judges the source too: each
// finding that both have in the same words becomes advisory, and says so. If the source can't be
// judged, the findings stay required and a note says why. Throws what `judge` throws for the
// target.
Outcome JudgeTarget(const Inspection& in, const SideJudge& judge);

}  // namespace gonogo
