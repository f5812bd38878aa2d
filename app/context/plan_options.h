// The options --plan and --env-file, which most commands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "core/text/environment.h"

namespace gonogo {

struct PlanOptions {
  std::string plan;
  std::string env_file;

  void AddTo(CLI::App& command);
};

// Returns the environment of the process; lines of the env file replace its variables. Throws
// PlanError.
Environment EnvironmentOf(const PlanOptions& options);

}  // namespace gonogo
