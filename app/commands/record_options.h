// The options that `gonogo sign` and `gonogo waive` share.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/context/plan_options.h"
#include "core/plan/plan.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

struct RecordOptions {
  PlanOptions plan;
  std::string folder;
  bool list = false;
  bool json = false;

  void AddTo(CLI::App& command);
};

struct PlanAndMigration {
  Plan plan;
  MigrationFolder migration;
};

// Throws PlanError.
PlanAndMigration PlanAndMigrationOf(const RecordOptions& options);

}  // namespace gonogo
