// The reports on a fleet from the files that it left, also if it broke off.
#pragma once

#include <filesystem>
#include <string>

namespace gonogo {

enum class FleetForm { kText, kMarkdown, kHtml };

struct FleetView {
  std::string text;
  int exit_status = 0;  // of the fleet; "could not decide" if no verdict stands
};

// Returns what the folder of a fleet says. What is missing or can't be read is a doubt. Throws
// PlanError if not even the first line of fleet.jsonl can be read.
FleetView ViewOfFleet(const std::filesystem::path& folder, FleetForm form);

}  // namespace gonogo
