// Compares a tool's histories on both sides with each other, and with the tool's folders.
#pragma once

#include <optional>

#include "core/values/outcome.h"
#include "gates/migrations/history/tools.h"

namespace gonogo {

struct Histories {
  const MigrationTool& tool;
  AppliedHistory target;
  std::optional<AppliedHistory> source;       // nothing: the plan has no source
  std::optional<CommittedHistory> committed;  // nothing: no folder is given
};

Outcome CompareHistories(Histories histories);

}  // namespace gonogo
