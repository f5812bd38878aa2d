// What a command works with: the plan, the environment, the servers and the migration's folder.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/context/connections.h"
#include "app/context/plan_options.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "fixtures/migration_folder.h"
#include "fixtures/pair.h"

namespace gonogo {

struct RunContext {
  Plan plan;
  Environment environment;
  Endpoints endpoints;
  MigrationFolder migration;
};

// The options that name the plan, the servers and the baseline of a command.
struct ContextOptions {
  PlanOptions plan;
  std::string source;
  std::string target;
  std::string baseline;
  std::string pair;

  void AddTo(CLI::App& command);
};

// Returns the context of a command that reads what stages left in the migration's folder. Throws
// PlanError.
RunContext MakeRunContext(const ContextOptions& options);

// Returns the context of stages. They work in `folder` or, if that is empty, where MigrationOf
// says. Throws PlanError.
RunContext MakeStageContext(const ContextOptions& options, const std::string& folder);

// Opens the target, and the source or the baseline: on these exported snapshots unless they are "".
Pair OpenPair(const RunContext& context, const PerSide<std::string>& snapshots = {});

// Returns the environment of a child process that runs gonogo in this context.
Environment ChildEnvironment(const RunContext& context);

}  // namespace gonogo
