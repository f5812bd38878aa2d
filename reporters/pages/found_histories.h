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

// Returns the parameter "histories" of gate migration_history. `folder` has the committed
// migrations; "": only the user knows.
std::string HistoriesText(const std::vector<FoundHistory>& histories, const std::string& folder);

// Returns the parameter "services" of gate migration_safety.
std::string ServicesText(const std::vector<FoundHistory>& histories, const std::string& folder);

}  // namespace gonogo
