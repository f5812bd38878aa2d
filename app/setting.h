// Where a command works: the plan, the environment in which it was read, and the servers that it
// leads to; those of the environment, of --source and --target, or of a throw-away pair.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/connections.h"
#include "app/options.h"
#include "core/environment.h"
#include "core/plan.h"

namespace gonogo {

struct Setting {
  Plan plan;
  Environment environment;
  Endpoints endpoints;
};

struct SettingOptions {
  PlanOptions plan;
  std::string source;
  std::string target;
  std::string baseline;
  std::string pair;

  void AddTo(CLI::App& command);
};

// Throws PlanError.
Setting SettingOf(const SettingOptions& options);

}  // namespace gonogo
