// The runs in the folder of a migration that its ledger doesn't name.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "app/proof/stage_spans.h"

namespace gonogo {

inline constexpr const char* kRunsFolder = "runs";

struct UnnamedRun {
  std::string name;
  bool is_left_out = false;  // it has the name of a stage's run, but no stage ran then
};

// Returns the folders in `runs` that aren't `named`, sorted by name. Leaves out links. A stage that
// broke off, or that asked checks again, leaves some.
std::vector<UnnamedRun> UnnamedRunsIn(const std::filesystem::path& runs,
                                      const std::set<std::string>& named,
                                      const std::vector<StageSpan>& spans);

}  // namespace gonogo
