// Shares the databases of a fleet out to shards, and runs those of one shard.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/context/plan_options.h"
#include "app/fleet/fleet.h"
#include "app/run/run_options.h"
#include "app/shard/set_folder.h"

namespace gonogo {

// Shares the fleet's databases out, and writes shards.json to the folder. Asks no server. Throws
// PlanError, and then writes nothing.
SetFolder PlanFleetShards(const PlanOptions& plan, const FleetOptions& fleet,
                          const RunOptions& options, std::int64_t shards,
                          const std::filesystem::path& folder);

// Gates the databases of the shard, into the folder of a new attempt. Returns 0 if all are GO,
// which is no verdict on the fleet; otherwise the exit status that a fleet of them would have.
// Throws PlanError if plan or fleet aren't those that were shared out, and Interrupted.
int RunFleetShard(const PlanOptions& plan, const SetFolder& in, std::int64_t shard,
                  const RunOptions& options, std::size_t at_once);

}  // namespace gonogo
