// Signatures, recorded as of now.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/signoff.h"

namespace gonogo {

// Appends a signature for each of the items to the file `path`. Throws PlanError where the plan has
// no such item, `by` is nobody, or the file holds what cannot be read; then nothing is recorded.
std::vector<Signoff> Sign(const Plan& plan, const std::string& path,
                          const std::vector<std::string>& items, const std::string& by,
                          const std::string& note);

}  // namespace gonogo
