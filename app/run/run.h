// One run: sessions opened, every declared case looked at once, the verdict judged and written.
#pragma once

#include <string>
#include <vector>

#include "app/setting/connections.h"
#include "compare/passes/scan.h"
#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "core/text/environment.h"
#include "reporters/console.h"

namespace gonogo {

struct RunOptions {
  std::vector<Phase> phases;        // empty: all
  std::vector<std::string> checks;  // empty: all of these phases
  std::string out;                  // the evidence folder; empty: a new one below evidence/
  bool strict = false;
  bool json = false;  // the verdict as JSON on standard output, instead of text
  ConsoleStyle style;
  Effort effort;
};

// "gonogo 0.1.0"
std::string ToolName();

// The header of a run that begins now, without the servers that it will meet; with the waivers of
// the plan and those recorded. Throws PlanError where these cannot be read.
RunHeader HeaderOf(const Plan& plan, const Environment& environment, const RunOptions& options);

// The exit status of the verdict. Throws PlanError where no case is asked for, and Interrupted
// after a signal: then there is evidence of what was seen, and no verdict.
int Run(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
        const RunOptions& options);

}  // namespace gonogo
