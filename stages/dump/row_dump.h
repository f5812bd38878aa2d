// Moves the rows with pg_dump and pg_restore, through a dump on disk.
#pragma once

#include <cstdint>

#include "stages/ledger/stage_run.h"

namespace gonogo {

struct MovedRows {
  std::int64_t tables = 0;         // restored by this run
  std::int64_t tables_before = 0;  // restored by earlier runs
  std::int64_t bytes = 0;          // size of the dump
};

// Restores the rows of all tables in the dump into empty tables. After a kill, continues from the
// same dump with the tables that are still empty. The target must get its keys and triggers
// afterwards. Throws PlanError if the target has rows that no run of this ledger restored,
// std::runtime_error if a program fails, DatabaseError.
MovedRows MoveRowsByDump(StageRun& run);

}  // namespace gonogo
