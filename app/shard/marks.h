// The frozen marks of the databases of a run.
#pragma once

#include <map>
#include <string>

#include "app/context/run_context.h"
#include "core/record/frozen_mark.h"

namespace gonogo {

// Returns the mark of each side that is a database, by its name, at this moment. Throws
// DatabaseError.
std::map<std::string, FrozenMark> MarksOf(const RunContext& context);

// Does the same, and waits until the servers have sent their counters if a transaction has ended
// since `before` but no counter tells of it yet. Throws DatabaseError, and Interrupted.
std::map<std::string, FrozenMark> MarksSince(const std::map<std::string, FrozenMark>& before,
                                             const RunContext& context);

}  // namespace gonogo
