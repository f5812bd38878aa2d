// The histories of migration tools that a source has.
#pragma once

#include <string>
#include <vector>

#include "core/values/relation_name.h"
#include "reporters/pages/plan_text.h"

namespace gonogo {

struct FoundHistory {
  std::string tool;
  RelationName table;
};

// Returns the histories among the tables that the plan moves under their own names.
std::vector<FoundHistory> HistoriesIn(const SourceSchema& source, const DiscoveryOptions& options);

// Returns the check that compares the histories of both sides, and a comment on what the user must
// add, because nobody but them knows the folders.
std::string HistoryCheck(const std::vector<FoundHistory>& histories);

}  // namespace gonogo
