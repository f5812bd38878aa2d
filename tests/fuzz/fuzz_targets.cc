// The table of targets.
#include "tests/fuzz/fuzz_targets.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {

std::span<const FuzzTarget> FuzzTargets() {
  static constexpr std::array targets = {
      FuzzTarget{"connection_string", FeedConnectionString},
      FuzzTarget{"env_file", FeedEnvFile},
      FuzzTarget{"evidence", FeedEvidence},
      FuzzTarget{"fleet", FeedFleet},
      FuzzTarget{"history_files", FeedHistoryFiles},
      FuzzTarget{"ledger", FeedLedger},
      FuzzTarget{"migration_files", FeedMigrationFiles},
      FuzzTarget{"plan", FeedPlan},
      FuzzTarget{"query_file", FeedQueryFile},
      FuzzTarget{"records", FeedRecords},
      FuzzTarget{"signatures", FeedSignatures},
      FuzzTarget{"sql", FeedSql},
  };
  return targets;
}

const FuzzTarget& FuzzTargetNamed(std::string_view name) {
  const auto targets = FuzzTargets();
  const auto found = std::ranges::find(targets, name, &FuzzTarget::name);
  if (found != targets.end()) return *found;
  std::string names;
  for (const FuzzTarget& target : targets) names += std::string(" ") + target.name;
  throw std::invalid_argument("GONOGO_FUZZ_TARGET must be one of" + names);
}

}  // namespace gonogo::fuzz
