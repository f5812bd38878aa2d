// Shares the cases of a run out to shards.
#pragma once

#include <cstdint>

#include "app/context/run_context.h"
#include "app/run/run_options.h"
#include "app/shard/set_folder.h"
#include "core/record/shard_set.h"

namespace gonogo {

// Shares out the cases of the phases and checks of `options`, and writes shards.json to the folder.
// Asks both servers who they are, how large relations are, and for their frozen marks. Throws
// PlanError and DatabaseError, and then writes nothing.
SetFolder PlanShards(const RunContext& context, const RunOptions& options, std::int64_t shards,
                     OneState state, const std::filesystem::path& folder);

}  // namespace gonogo
