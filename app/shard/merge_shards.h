// Judges the shards of a run as one run.
#pragma once

#include <filesystem>

#include "app/context/plan_options.h"
#include "app/run/run_options.h"
#include "app/shard/set_folder.h"

namespace gonogo {

// Judges what the shards in the folder left, and returns the exit status. Writes the evidence to
// `options.out`, or to a new folder verdict.PHASE below. The verdict can't be GO unless
// - each shard has an attempt that is through, and attempts of one shard agree,
// - all shards saw one state of the databases,
// - the folder has nothing that no shard left.
// Throws PlanError if the set is of another plan, or an attempt isn't what it says.
int MergeShards(const PlanOptions& plan_options, const std::filesystem::path& folder,
                const RunOptions& options);

// Returns the folder below the set's that the next merge writes: verdict.gate, verdict.gate.2, ...
std::filesystem::path NewVerdictFolder(const SetFolder& in);

}  // namespace gonogo
