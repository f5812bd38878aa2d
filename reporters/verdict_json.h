// verdict.json: the decision, why, on which servers and which plan.
#pragma once

#include <string>

#include "core/evidence.h"
#include "core/json.h"
#include "core/verdict.h"

namespace gonogo {

// `finished` is UTC, ISO 8601.
Json VerdictJson(const RunHeader& header, const Verdict& verdict, int exit_status,
                 const std::string& finished);

}  // namespace gonogo
