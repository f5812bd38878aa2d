// Runs one shard of a run.
#pragma once

#include <cstdint>

#include "app/context/run_context.h"
#include "app/run/run_options.h"
#include "app/shard/set_folder.h"
#include "core/record/evidence.h"

namespace gonogo {

// Runs the cases of the shard into the folder of a new attempt. Returns 0 if none is red, which is
// no verdict; otherwise the exit status that a run would have. Throws PlanError if the plan isn't
// the one that was shared out, DatabaseError if a server can't be reached or is another one, and
// Interrupted: then the attempt doesn't count.
int RunShard(const RunContext& context, const SetFolder& in, std::int64_t shard,
             const RunOptions& options);

// Throws PlanError if the plan, its parameters or gonogo aren't those that were shared out.
void RequirePlanOf(const SetFolder& in, const Plan& plan);

// Throws PlanError if the run used other servers than those that it was shared out for.
void RequireServersOf(const ShardSet& set, const RunHeader& run);

// Removes from the header which checks come after which. Shards prove that nobody has written since
// the run was shared out, so each of them sees what it would see after the first check passed.
void ForgetOrder(RunHeader& header);

// Returns the options with what was chosen when the run was shared out.
RunOptions OptionsOf(const ShardSet& set, RunOptions options);

}  // namespace gonogo
