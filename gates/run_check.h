// Runs one check on one subject.
#pragma once

#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "gates/inspection.h"

namespace gonogo {

// Doesn't throw: if the gate throws, the result has the error.
CaseResult RunCheck(const Check& check, const Inspection& inspection);

}  // namespace gonogo
