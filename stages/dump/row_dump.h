// The rows by pg_dump and pg_restore, both with several jobs, through a dump on the disk: the way
// to move them that everybody knows, where the streaming copy is not wanted.
#pragma once

#include <cstdint>

#include "stages/ledger/stage_run.h"

namespace gonogo {

struct MovedRows {
  std::int64_t tables = 0;         // restored by this run
  std::int64_t tables_before = 0;  // by earlier ones
  std::int64_t bytes = 0;          // of the dump
};

// Moves the rows of all tables of the dump into empty ones, each in one statement. After a kill,
// the same dump goes on with the tables that are empty yet. The target's keys and triggers must
// come afterwards. Throws PlanError where the target holds rows that no run of this ledger brought,
// DatabaseError, std::runtime_error where a program fails.
MovedRows MoveRowsByDump(StageRun& run);

}  // namespace gonogo
