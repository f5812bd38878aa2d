// What the shards of a run left in its folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/shard/attempt.h"
#include "app/shard/set_folder.h"
#include "core/plan/plan.h"

namespace gonogo {

struct FinishedAttempt {
  std::int64_t attempt = 0;
  std::filesystem::path folder;
  Done done;
};

struct Attempts {
  std::map<std::int64_t, std::vector<FinishedAttempt>> finished;  // by shard
  std::set<std::int64_t> broken_off;  // shards that began, and have no finished attempt
  std::vector<std::string> unknown;   // what no shard leaves: names of files and folders
};

// Reads which attempts are in the folder. Each has a file `lines` and perhaps `more`. Throws
// PlanError if one is of another set, or if its lines aren't those that its _DONE.json says.
Attempts ReadAttempts(const SetFolder& in, const std::string& lines, const std::string& more = "");

// Returns a text for each shard without a finished attempt, with the command that runs it.
std::vector<std::string> MissingShards(const SetFolder& in, const Attempts& attempts,
                                       const Plan& plan);

}  // namespace gonogo
