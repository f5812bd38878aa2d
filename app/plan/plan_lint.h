// Finds what keeps a valid plan from ever being GO, and what a GO of it doesn't say.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

struct LintFinding {
  bool is_error = false;  // the plan can't be GO
  std::string where;      // "plan.json:59"; "": the whole plan
  std::string text;
};

// `today` is YYYY-MM-DD, for waivers that have expired.
std::vector<LintFinding> LintFindings(const Plan& plan, const std::string& today,
                                      const Environment& environment = {});

}  // namespace gonogo
