// Where a command works: the plan, the environment in which it was read, and the servers that it
// leads to; those of the environment, of --source and --target, or of a throw-away pair.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/setting/connections.h"
#include "app/setting/plan_options.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

struct RunContext {
  Plan plan;
  Environment environment;
  Endpoints endpoints;
};

struct RunContextOptions {
  PlanOptions plan;
  std::string source;
  std::string target;
  std::string baseline;
  std::string pair;

  void AddTo(CLI::App& command);
};

// Throws PlanError.
RunContext MakeRunContext(const RunContextOptions& options);

}  // namespace gonogo
