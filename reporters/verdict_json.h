// verdict.json: the decision, why, on which servers and which plan.
#pragma once

#include <string>

#include "core/record/evidence.h"
#include "core/record/verdict.h"
#include "core/text/json.h"

namespace gonogo {

// `finished` is UTC, ISO 8601.
Json VerdictJson(const RunHeader& header, const Verdict& verdict, int exit_status,
                 const std::string& finished);

}  // namespace gonogo
