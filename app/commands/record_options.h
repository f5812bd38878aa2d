// What `gonogo sign` and `gonogo waive` have in common: a plan, and the folder of its migration.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/commands/options.h"
#include "core/plan/plan.h"
#include "core/record/record_path.h"

namespace gonogo {

struct RecordOptions {
  PlanOptions plan;
  std::string folder;
  bool list = false;
  bool json = false;

  void AddTo(CLI::App& command);
};

// The plan, and the file of that kind that its runs look at. Throws PlanError.
struct PlanRecord {
  Plan plan;
  std::string path;
};
PlanRecord RecordOf(const RecordOptions& options, const RecordFile& file);

}  // namespace gonogo
