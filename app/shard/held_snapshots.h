// The snapshots that one process holds for all shards of a run.
#pragma once

#include "app/context/run_context.h"
#include "app/shard/set_folder.h"
#include "core/values/side.h"

namespace gonogo {

// Exports a snapshot of each side, and names them in hold.json, which it writes anew each second.
// Returns when every shard has a finished attempt. Removes hold.json at its end. Throws PlanError
// if the set isn't to be held, DatabaseError if a session is lost, and Interrupted.
void HoldSnapshots(const RunContext& context, const SetFolder& in);

// Returns the snapshots that are held; waits for them for a while. Throws std::runtime_error if
// nobody holds them, or who did hasn't written for too long.
PerSide<std::string> HeldSnapshots(const SetFolder& in);

}  // namespace gonogo
