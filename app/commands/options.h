// Options that several subcommands share, and what they come to.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/run/run.h"
#include "app/runbook/staged_run.h"
#include "app/setting/plan_options.h"
#include "core/plan/plan.h"

namespace gonogo {

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
