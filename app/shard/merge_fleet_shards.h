// Judges the shards of a fleet as one fleet.
#pragma once

#include "app/run/run_options.h"
#include "app/shard/set_folder.h"
#include "core/plan/plan.h"

namespace gonogo {

// Judges what the shards left, and returns the exit status: never that of a GO if a database has no
// finished attempt. Names missing shards on standard error. Throws PlanError if an attempt isn't
// what it says, attempts of one shard don't agree, or the folder has what no shard leaves.
int MergeFleetShards(const Plan& plan, const SetFolder& in, const RunOptions& options);

}  // namespace gonogo
