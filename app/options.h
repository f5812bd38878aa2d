// Options that several subcommands share, and what they come to.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/run.h"
#include "app/staged_run.h"
#include "core/environment.h"
#include "core/plan.h"

namespace gonogo {

// Which plan, in which environment.
struct PlanOptions {
  std::string plan;
  std::string env_file;

  void AddTo(CLI::App& command);
};

// The process's environment with the env file's lines laid over it. Throws PlanError.
Environment EnvironmentOf(const PlanOptions& options);

// How hard the servers may be worked.
struct EffortOptions {
  std::size_t jobs = 2;
  std::int64_t max_load = 0;

  void AddTo(CLI::App& command);
};

Effort EffortOf(const EffortOptions& options);

// How a run is made and shown.
struct OutputOptions {
  EffortOptions effort;
  std::string out;
  std::vector<std::string> checks;
  bool strict = false;
  bool json = false;
  bool quiet = false;
  bool no_color = false;

  void AddTo(CLI::App& command);
};

RunOptions RunOptionsOf(const OutputOptions& options);

// The same, for stages.
StagedOptions StagedOptionsOf(const OutputOptions& options);

// The phases named; "all" is every one. Throws PlanError for an unknown name.
std::vector<Phase> PhasesOf(const std::vector<std::string>& names);

}  // namespace gonogo
