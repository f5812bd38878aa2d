// What preflight records of the original database, for gates that look later what has changed.
#pragma once

#include <string>

#include "core/json/json.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Records what the gates of the plan's checks need, and returns it as facts for the ledger: of
// schema_frozen the schema, in a file; of write_rate the sequences. `now` is the time, as in the
// ledger. Throws DatabaseError and std::runtime_error.
Json KeepSourceRecords(const StageRun& run, const std::string& now);

}  // namespace gonogo
