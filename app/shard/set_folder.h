// The folder of a run that is shared out: shards.json, and what the shards leave.
#pragma once

#include <filesystem>
#include <string>

#include "core/record/shard_set.h"

namespace gonogo {

struct SetFolder {
  std::filesystem::path folder;
  std::string id;  // SHA-256 of shards.json
  ShardSet set;
};

// Returns a command about the set to paste: "gonogo shard run --shard 3 --set shards --plan
// plan.json" for the words "run --shard 3". `plan_words`: see PlanOptionWords.
std::string ShardCommand(const SetFolder& in, const std::string& words,
                         const std::string& plan_words);

// Creates the folder with the set. Throws PlanError if it has one already.
SetFolder WriteSet(const std::filesystem::path& folder, ShardSet set);

// Throws PlanError if there is none, or it isn't one.
SetFolder ReadSet(const std::filesystem::path& folder);

}  // namespace gonogo
