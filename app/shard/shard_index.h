// Which shard this process is: told by an option, or by the engine that started it.
#pragma once

#include <cstdint>
#include <optional>

#include "core/text/environment.h"

namespace gonogo {

// Returns the shard, from 1: the given one, or what one of these variables says:
// JOB_COMPLETION_INDEX (Kubernetes, from 0), SLURM_ARRAY_TASK_ID (from 1),
// CI_NODE_INDEX (GitLab, from 1). Throws PlanError if none does, or if there is no such shard.
std::int64_t ShardIndex(std::optional<std::int64_t> given, const Environment& environment,
                        std::int64_t shards);

}  // namespace gonogo
