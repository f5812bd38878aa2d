// Writes verdict.json: the decision, its reasons, the servers and the plan.
#pragma once

#include <string>

#include "core/json/json.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// `finished` is a UTC time in ISO 8601.
Json VerdictJson(const Evidence& evidence, const Verdict& verdict, int exit_status,
                 const std::string& finished);

}  // namespace gonogo
