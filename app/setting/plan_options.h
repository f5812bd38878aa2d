// The options --plan and --env-file, which most subcommands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "core/text/environment.h"

namespace gonogo {

// Which plan, in which environment.
struct PlanOptions {
  std::string plan;
  std::string env_file;

  void AddTo(CLI::App& command);
};

// The process's environment with the env file's lines laid over it. Throws PlanError.
Environment EnvironmentOf(const PlanOptions& options);

}  // namespace gonogo
