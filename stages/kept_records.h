// What stages record of the databases, for gates that look later what has changed.
#pragma once

#include <string>

#include "core/json/json.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Each records what the gates of the plan's checks need, and returns it as facts for the ledger.
// Throws DatabaseError and std::runtime_error.

// Of the original database, for preflight. Of schema_frozen the schema, in a file; of write_rate
// the sequences. `now` is the time, as in the ledger.
Json KeepSourceRecords(const StageRun& run, const std::string& now);

// Of the target, for what has changed it. Of schema_frozen the schema, in a file, if it asks for
// that.
Json KeepTargetSchema(const StageRun& run);

}  // namespace gonogo
